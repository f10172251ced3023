package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.check.Checks;

/**
 * What writers keep at a vault that asks them for a margin instead of the whole collateral.
 *
 * @param priceRange      by which part the price of the underlying is moved up and down at most
 * @param volatilityRange by which part volatility is
 * @param floor           least margin of an option that is written, as a part of the price of what it is on
 * @param initial         how many times the maintenance margin must be there after a trade that adds risk, from 1 on
 * @param bonus           of who liquidates, as a part of what it costs to buy back what was written
 */
public record MarginTerms(double priceRange, double volatilityRange, double floor, double initial, double bonus) {
    public MarginTerms {
        Checks.that(priceRange > 0 && priceRange < 0.5, "priceRange", "more than 0 and less than 0.5", priceRange);
        Checks.that(
                volatilityRange >= 0 && volatilityRange < 1, "volatilityRange", "0 to less than 1", volatilityRange);
        Checks.inRange("floor", floor, 0, 1);
        Checks.inRange("initial", initial, 1, 10);
        Checks.inRange("bonus", bonus, 0, 1);
    }
}
