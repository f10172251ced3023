package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Borrows at lending markets against collateral.
 *
 * @param group where it acts
 * @param tradeSize     worth of a loan
 * @param cushion       how many times what a loan needs is left as collateral, from 1 on
 * @param leveraged     whether it buys the collateral with the loan, where the chain has a pool of both
 * @param repayShare    probability that an arrival repays instead of borrowing, in [0, 1]
 * @param repayFraction share of its debt that it then pays back, in [0, 1]
 */
public record BorrowersSpec(
        Group group,
        double ratePerHour,
        TradeSize tradeSize,
        double cushion,
        boolean leveraged,
        double repayShare,
        double repayFraction)
        implements GroupSpec {
    public BorrowersSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("cushion", cushion, 1, 100);
        Checks.inRange("repayShare", repayShare, 0, 1);
        Checks.inRange("repayFraction", repayFraction, 0, 1);
    }
}
