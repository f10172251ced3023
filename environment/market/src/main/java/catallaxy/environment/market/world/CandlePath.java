package catallaxy.environment.market.world;

import catallaxy.environment.market.world.candle.CandleSeries;

/**
 * How a replayed price moves while a candle unfolds. Only {@link #STEP} tells nothing of the candle's remainder:
 * the others spread the candle's own high, low and close over its interval (never a later candle's), so that a decision
 * made inside a candle can profit from the shape of the path. Agents that decide once a candle or less often cannot.
 */
public enum CandlePath {
    /** The open throughout; the move comes with the next candle's open. */
    STEP {
        @Override
        double price(CandleSeries candles, int i, double elapsed) {
            return candles.open(i);
        }
    },

    /** A straight line from open to close. */
    LINEAR {
        @Override
        double price(CandleSeries candles, int i, double elapsed) {
            return between(candles.open(i), candles.close(i), elapsed);
        }
    },

    /**
     * Straight lines from the open through both extremes to the close, a third of the interval each: low first in a
     * candle that does not fall, high first in one that falls.
     */
    EXTREMES {
        @Override
        double price(CandleSeries candles, int i, double elapsed) {
            boolean falls = candles.close(i) < candles.open(i);
            double first = falls ? candles.high(i) : candles.low(i);
            double second = falls ? candles.low(i) : candles.high(i);
            double thirds = 3 * elapsed;
            if (thirds < 1) {
                return between(candles.open(i), first, thirds);
            }
            return thirds < 2 ? between(first, second, thirds - 1) : between(second, candles.close(i), thirds - 2);
        }
    };

    /** The price in candle {@code i} when the share {@code elapsed}, in [0, 1), of its interval has passed. */
    abstract double price(CandleSeries candles, int i, double elapsed);

    private static double between(double from, double to, double share) {
        return from + (to - from) * share;
    }
}
