package catallaxy.environment.market.engine;

import catallaxy.environment.market.contract.Kind;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link TestMarket} with two tripods on one chain and one on another: nine venues, three contracts. */
final class TestTripods {
    /** The first pair of the first tripod. */
    static final int FIRST = TestMarket.spec().venues().size();

    static final List<VenueSpec> VENUES = venues();

    private TestTripods() {}

    private static List<VenueSpec> venues() {
        List<VenueSpec> venues = new ArrayList<>(TestMarket.spec().venues());
        venues.addAll(TripodKind.Spec.pairs("one", "one", TestMarket.MAINNET));
        venues.addAll(TripodKind.Spec.pairs("other", "other", TestMarket.MAINNET));
        venues.addAll(TripodKind.Spec.pairs("rollup", "one", TestMarket.ROLLUP));
        return List.copyOf(venues);
    }

    static Kinds kinds() {
        return Kinds.of(Stream.concat(Kinds.registered().all().stream(), Stream.<Kind>of(new TripodKind()))
                .toList());
    }

    static EngineSpec spec() {
        EngineSpec spec = TestMarket.spec();
        return new EngineSpec(
                spec.assets(),
                spec.quoteAsset(),
                spec.chains(),
                spec.exchanges(),
                VENUES,
                spec.bridges(),
                spec.world());
    }
}
