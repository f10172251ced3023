package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Size of a trade: log-normal.
 *
 * @param meanQuote            mean, quote units, positive
 * @param logStandardDeviation σ of the logarithm, in [0, 5]
 */
public record TradeSize(double meanQuote, double logStandardDeviation) {
    public TradeSize {
        Checks.positive("meanQuote", meanQuote);
        Checks.inRange("logStandardDeviation", logStandardDeviation, 0, 5);
    }
}
