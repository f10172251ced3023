package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;

/**
 * An implied volatility as it was quoted.
 *
 * @param years        until expiry, positive
 * @param logMoneyness ln(strike / forward)
 * @param volatility   per square root of a year, positive
 * @param weight       of its squared distance from the surface, positive
 */
public record SurfaceQuote(double years, double logMoneyness, double volatility, double weight) {
    public SurfaceQuote {
        Checks.positive("years", years);
        Checks.that(Double.isFinite(logMoneyness), "logMoneyness", "a finite number", logMoneyness);
        Checks.positive("volatility", volatility);
        Checks.positive("weight", weight);
    }
}
