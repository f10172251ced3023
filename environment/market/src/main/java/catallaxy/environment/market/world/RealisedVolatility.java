package catallaxy.environment.market.world;

import catallaxy.environment.market.world.candle.CandleSeries;

/**
 * The volatility of a candle series as it could be known at the time: the root of an exponentially weighted mean of
 * squared log-returns from close to close per year of elapsed time, weight 0.94 on the past (RiskMetrics, J.P. Morgan 1996).
 */
final class RealisedVolatility {
    private static final double DECAY = 0.94;

    private RealisedVolatility() {}

    /** {@code [N + 1]}: entry k is known once k candles have closed; entry 0 is 0. */
    static double[] perYear(CandleSeries candles) {
        double[] known = new double[candles.size() + 1];
        double variance = 0;
        for (int i = 0; i < candles.size(); i++) {
            double latest = variancePerYear(candles, i);
            variance = i == 0 ? latest : DECAY * variance + (1 - DECAY) * latest;
            known[i + 1] = StrictMath.sqrt(variance);
        }
        return known;
    }

    private static double variancePerYear(CandleSeries candles, int i) {
        double from = i == 0 ? candles.open(0) : candles.close(i - 1);
        long since = i == 0 ? candles.openTime(0) : candles.closeTime(i - 1);
        double logReturn = StrictMath.log(candles.close(i) / from);
        return logReturn * logReturn / Years.ofNanos(candles.closeTime(i) - since);
    }
}
