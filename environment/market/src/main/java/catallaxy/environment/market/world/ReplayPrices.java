package catallaxy.environment.market.world;

import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.List;

/**
 * The replayed assets of a world: a pure function of time, of which only the current candle is remembered.
 * A price never depends on a candle that has not opened. Owned by one world; the candles are shared.
 */
final class ReplayPrices implements PriceSource {
    private final List<ReplaySpec> assets;
    private final double[][] volatilities;
    private final ReplayTimeline timeline;
    /** The last candle of each slot that has opened by {@code recordedTime}. */
    private final int[] candle;

    private long recordedTime;

    private ReplayPrices(
            List<ReplaySpec> assets,
            double[][] volatilities,
            ReplayTimeline timeline,
            int[] candle,
            long recordedTime) {
        this.assets = assets;
        this.volatilities = volatilities;
        this.timeline = timeline;
        this.candle = candle;
        this.recordedTime = recordedTime;
    }

    static ReplayPrices at(long timeNanos, List<ReplaySpec> assets, double[][] volatilities, ReplayTimeline timeline) {
        long recordedTime = timeline.recordedTime(timeNanos);
        int[] candle = assets.stream()
                .mapToInt(asset -> asset.candles().indexAt(recordedTime))
                .toArray();
        return new ReplayPrices(assets, volatilities, timeline, candle, recordedTime);
    }

    @Override
    public void advance(long toNanos, RegimeChain regimes) {
        recordedTime = timeline.recordedTime(toNanos);
        for (int slot = 0; slot < candle.length; slot++) {
            CandleSeries candles = assets.get(slot).candles();
            while (candle[slot] + 1 < candles.size() && candles.openTime(candle[slot] + 1) <= recordedTime) {
                candle[slot]++;
            }
        }
    }

    @Override
    public double price(int slot) {
        ReplaySpec asset = assets.get(slot);
        CandleSeries candles = asset.candles();
        int i = candle[slot];
        if (closed(slot)) {
            return candles.close(i);
        }
        double elapsed = (double) (recordedTime - candles.openTime(i)) / (candles.closeTime(i) - candles.openTime(i));
        return asset.path().price(candles, i, elapsed);
    }

    /** An estimate from the candles that have closed; 0 during the first one. */
    @Override
    public double volatility(int slot, RegimeSpec regime) {
        return volatilities[slot][candle[slot] + (closed(slot) ? 1 : 0)];
    }

    ReplayPrices copy() {
        return new ReplayPrices(assets, volatilities, timeline, candle.clone(), recordedTime);
    }

    /** Writes nothing: the prices follow from the time, which the world saves. */
    @Override
    public void save(StateWriter out) {}

    private boolean closed(int slot) {
        return recordedTime >= assets.get(slot).candles().closeTime(candle[slot]);
    }
}
