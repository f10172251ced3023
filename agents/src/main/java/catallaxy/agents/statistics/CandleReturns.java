package catallaxy.agents.statistics;

import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.stream.IntStream;

/** The returns of recorded candles. */
public final class CandleReturns {
    private CandleReturns() {}

    /**
     * Simple returns from close to close, oldest first; those across a gap are left out, as they span more than a period.
     *
     * @return {@code [N − 1 − gaps]}
     */
    public static double[] of(CandleSeries candles) {
        return IntStream.range(1, candles.size())
                .filter(i -> !candles.gapAfter(i - 1))
                .mapToDouble(i -> candles.close(i) / candles.close(i - 1) - 1)
                .toArray();
    }
}
