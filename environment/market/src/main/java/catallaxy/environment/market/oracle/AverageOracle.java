package catallaxy.environment.market.oracle;

import catallaxy.environment.api.venue.CumulativePrice;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells the average that a venue's price had over time, arithmetic or geometric as the venue sums it. Where the venue remembers the sum
 * of a window ago, the window slides. Else it is the last window that ended, as oracles over Uniswap V2's accumulators have it: once a
 * window is over, whoever calls first closes it, and the next begins. Until the first has ended it is the average since the start, and
 * in the first second the spot price. An asset is priced by its {@link PricedPair}, if that sums its price; other assets have no price,
 * the market's quote asset has 1. Divisions round down.
 */
final class AverageOracle implements Oracle {
    private static final long NANOS = 1_000_000_000L;
    private static final UInt256 ONE = UInt256.powerOfTwo(112);

    private final OracleSpec spec;
    private final Map<Integer, Window> windows;

    /**
     * Where a window began, and the average of the one before.
     *
     * @param sum     the venue's sum at that time
     * @param average of the window before, X112; zero where there was none
     */
    private record Window(UInt256 sum, long seconds, UInt256 average) {
        static final Window FIRST = new Window(UInt256.ZERO, 0, UInt256.ZERO);

        UInt256 averageUntil(Sums sums, long now) {
            return sums.mean(sum, sums.at(now), now - seconds);
        }
    }

    /** A venue's sums of one asset's price. */
    private record Sums(CumulativePrice venue, int asset) {
        UInt256 at(long seconds) {
            return venue.cumulative(asset, seconds);
        }

        UInt256 mean(UInt256 earlier, UInt256 later, long seconds) {
            return venue.meanX112(asset, earlier, later, seconds);
        }

        /** The average over a window that ends now, where the venue remembers its beginning. */
        Optional<UInt256> sliding(long now, long windowSeconds) {
            return venue.cumulativeAt(asset, now, now - windowSeconds)
                    .map(earlier -> mean(earlier, at(now), windowSeconds));
        }
    }

    AverageOracle(OracleSpec spec) {
        this(spec, new TreeMap<>());
    }

    private AverageOracle(OracleSpec spec, Map<Integer, Window> windows) {
        this.spec = spec;
        this.windows = windows;
    }

    @Override
    public PriceOracle prices(MarketView market) {
        return asset -> asset == market.map().quoteAsset()
                ? SpotOracle.price(market, spec, asset)
                : average(market, asset).orElse(UInt256.ZERO);
    }

    private Optional<UInt256> average(MarketView market, int asset) {
        long now = market.timeNanos() / NANOS;
        return sums(market, asset)
                .map(sums -> sums.sliding(now, spec.windowSeconds())
                        .or(() -> ofWindows(sums, now))
                        .map(averageX112 -> priceE8(market, asset, averageX112))
                        .orElseGet(() -> SpotOracle.price(market, spec, asset)));
    }

    /** By the windows that were noted; nothing in the second in which the present one began, if it is the first. */
    private Optional<UInt256> ofWindows(Sums sums, long now) {
        Window window = window(sums.asset());
        boolean open = now - window.seconds() < spec.windowSeconds();
        if (open && !window.average().isZero()) {
            return Optional.of(window.average());
        }
        return now == window.seconds() ? Optional.empty() : Optional.of(window.averageUntil(sums, now));
    }

    private Window window(int asset) {
        return windows.getOrDefault(asset, Window.FIRST);
    }

    private Optional<Sums> sums(MarketView market, int asset) {
        return PricedPair.of(market, spec, asset)
                .flatMap(pair -> market.venue(pair.venue(), CumulativePrice.class))
                .map(venue -> new Sums(venue, asset));
    }

    private static UInt256 priceE8(MarketView market, int asset, UInt256 averageX112) {
        int decimals = market.map().assets().get(asset).decimals();
        int quoteDecimals = market.map().assets().get(market.map().quoteAsset()).decimals();
        UInt256 perWhole = averageX112.mulDivFloor(power(decimals + PriceOracle.DECIMALS), ONE);
        return perWhole.dividedBy(power(quoteDecimals));
    }

    private static UInt256 power(int exponent) {
        return UInt256.of(BigInteger.TEN.pow(exponent));
    }

    @Override
    public Oracle noted(MarketView market) {
        long now = market.timeNanos() / NANOS;
        Map<Integer, Window> next = new TreeMap<>(windows);
        for (int asset : spec.assets()) {
            Window window = window(asset);
            if (now - window.seconds() >= spec.windowSeconds()) {
                sums(market, asset)
                        .ifPresent(
                                sums -> next.put(asset, new Window(sums.at(now), now, window.averageUntil(sums, now))));
            }
        }
        return next.equals(windows) ? this : new AverageOracle(spec, next);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(windows.size());
        windows.forEach((asset, window) -> {
            window.sum().save(out.int32(asset));
            window.average().save(out.int64(window.seconds()));
        });
    }

    static AverageOracle load(OracleSpec spec, StateReader in) {
        Map<Integer, Window> windows = new TreeMap<>();
        for (int left = in.count(Integer.BYTES); left > 0; left--) {
            int asset = in.int32();
            if (!spec.assets().contains(asset)) {
                throw new CorruptStateException("oracle: asset " + asset + " is none of " + spec.assets());
            }
            UInt256 sum = UInt256.load(in);
            windows.put(asset, new Window(sum, in.int64(), UInt256.load(in)));
        }
        return new AverageOracle(spec, windows);
    }
}
