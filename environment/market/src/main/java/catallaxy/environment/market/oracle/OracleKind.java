package catallaxy.environment.market.oracle;

import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an oracle's prices come from. */
public enum OracleKind {
    /** The world: what nobody in the market moves. */
    WORLD("world", Object.class, "") {
        @Override
        public Oracle open(OracleSpec spec) {
            return new WorldOracle();
        }
    },
    /** What a venue of the chain quotes at the moment, which a trade in the same block moves. */
    SPOT("spot", Quoting.class, "pools only, for spot") {
        @Override
        public Oracle open(OracleSpec spec) {
            return new SpotOracle(spec);
        }
    },
    /** The average of a venue of the chain over a window of time. */
    TWAP("twap", CumulativePrice.class, "pools that sum their prices only, for twap") {
        @Override
        public Oracle open(OracleSpec spec) {
            return new AverageOracle(spec);
        }

        @Override
        public Oracle load(OracleSpec spec, StateReader in) {
            return AverageOracle.load(spec, in);
        }
    },
    /** The median of what reporters have told a feed of the chain. */
    MEDIAN("median", PriceFeed.class, "price feeds only, for median") {
        @Override
        public Oracle open(OracleSpec spec) {
            return new MedianOracle(spec);
        }
    };

    private final String word;
    private final Class<?> asked;
    private final String expected;

    OracleKind(String word, Class<?> asked, String expected) {
        this.word = word;
        this.asked = asked;
        this.expected = expected;
    }

    /** What venues that it is told to look at must be where this one is not; nothing where it can look there. */
    Optional<String> misfit(VenueSpec venue) {
        boolean fits = asked == Object.class
                || (venue instanceof VenueSpec.OnChain contract
                        && Kinds.registered().capabilities(contract).contains(asked));
        return fits ? Optional.empty() : Optional.of(expected);
    }

    /** Its name in scenario files. */
    public String word() {
        return word;
    }

    /** The names of all. */
    public static List<String> words() {
        return Arrays.stream(values()).map(OracleKind::word).toList();
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static OracleKind of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("oracle: one of " + words() + ", not " + word));
    }

    /** An oracle that has noted nothing. */
    public abstract Oracle open(OracleSpec spec);

    /** Reads back what an oracle of this kind has noted; by default nothing. */
    public Oracle load(OracleSpec spec, StateReader in) {
        return open(spec);
    }
}
