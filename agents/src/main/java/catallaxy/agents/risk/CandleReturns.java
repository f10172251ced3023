package catallaxy.agents.risk;

import catallaxy.environment.market.world.candle.CandleSeries;
import java.util.stream.IntStream;

/**
 * The returns of recorded candles from close to close.
 *
 * @param values   {@code [T]} simple returns, oldest first
 * @param overGaps how many of the file's returns span a gap, such as a weekend
 * @param leftOut  how many of those are not among the values: all or none
 */
@SuppressWarnings("ArrayRecordComponent")
public record CandleReturns(double[] values, int overGaps, int leftOut) {
    /** All returns: what happened while there were no candles is in the close of the next one. */
    public static CandleReturns of(CandleSeries candles) {
        return new CandleReturns(returns(candles, IntStream.range(1, candles.size())), gaps(candles), 0);
    }

    /** The returns between candles that follow each other; those across gaps, which span more than a period, are left out. */
    public static CandleReturns withoutGaps(CandleSeries candles) {
        IntStream adjoining = IntStream.range(1, candles.size()).filter(i -> !candles.gapAfter(i - 1));
        return new CandleReturns(returns(candles, adjoining), gaps(candles), gaps(candles));
    }

    private static double[] returns(CandleSeries candles, IntStream indices) {
        return indices.mapToDouble(i -> candles.close(i) / candles.close(i - 1) - 1)
                .toArray();
    }

    private static int gaps(CandleSeries candles) {
        return (int)
                IntStream.range(0, candles.size()).filter(candles::gapAfter).count();
    }
}
