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
 * Tells the average that a venue's price had over the last window that ended, as oracles over Uniswap V2's accumulators do: once a
 * window is over, whoever calls first closes it, and the next begins. Until the first has ended it is the average since the start, and
 * in the first second the spot price. An asset is priced by the {@link PricedPair} of which it is the base, if that sums its price;
 * other assets have no price, the market's quote asset has 1. Divisions round down.
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

        UInt256 averageUntil(UInt256 sumNow, long now) {
            return sumNow.minusWrapping(sum).dividedBy(UInt256.of(now - seconds));
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
                ? SpotOracle.price(market, spec.chain(), asset)
                : average(market, asset).orElse(UInt256.ZERO);
    }

    private Optional<UInt256> average(MarketView market, int asset) {
        return sums(market, asset).map(venue -> {
            long now = market.timeNanos() / NANOS;
            Window window = window(asset);
            boolean open = now - window.seconds() < spec.windowSeconds();
            if (open && !window.average().isZero()) {
                return priceE8(market, asset, window.average());
            }
            return now == window.seconds()
                    ? SpotOracle.price(market, spec.chain(), asset)
                    : priceE8(market, asset, window.averageUntil(venue.cumulativeX112(now), now));
        });
    }

    private Window window(int asset) {
        return windows.getOrDefault(asset, Window.FIRST);
    }

    private Optional<CumulativePrice> sums(MarketView market, int asset) {
        return PricedPair.of(market, spec.chain(), asset)
                .filter(PricedPair::isBase)
                .flatMap(pair -> market.venue(pair.venue(), CumulativePrice.class));
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
                sums(market, asset).ifPresent(venue -> {
                    UInt256 sum = venue.cumulativeX112(now);
                    next.put(asset, new Window(sum, now, window.averageUntil(sum, now)));
                });
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
