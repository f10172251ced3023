package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;

/**
 * The margin of a market; rates are of a position's worth at the mark price, amounts are rounded up.
 *
 * @param margin               what stands behind a position
 * @param initialMarginPips    what must be there for a position or an order that enlarges one, millionths: one over the greatest leverage
 * @param maintenanceMarginPips below which a position is liquidated, millionths
 * @param liquidationFeePips   of what is liquidated, paid into the insurance fund as far as the margin goes, millionths
 * @param insuranceQuote       what is in the insurance fund at the start, whole units of the market's quote asset
 */
public record MarginRates(
        MarginMode margin,
        long initialMarginPips,
        long maintenanceMarginPips,
        long liquidationFeePips,
        double insuranceQuote) {
    private static final long ALL = 1_000_000;

    public MarginRates {
        Checks.present("margin", "cross or isolated", margin);
        Checks.inRange("initialMarginPips", initialMarginPips, 1, ALL);
        Checks.inRange("maintenanceMarginPips", maintenanceMarginPips, 1, ALL);
        Checks.that(
                maintenanceMarginPips <= initialMarginPips,
                "maintenanceMarginPips",
                "at most the initial margin",
                maintenanceMarginPips);
        Checks.inRange("liquidationFeePips", liquidationFeePips, 0, ALL);
        Checks.inRange("insuranceQuote", insuranceQuote, 0, 1e12);
    }

    /** What must be there for a position of a worth, rounded up. */
    public long initial(long worth) {
        return RatedAmounts.ceil(worth, initialMarginPips, RatedAmounts.MILLION);
    }

    /** Below which a position of a worth is liquidated, rounded up. */
    public long maintenance(long worth) {
        return RatedAmounts.ceil(worth, maintenanceMarginPips, RatedAmounts.MILLION);
    }

    /** What the liquidation of a worth costs at most, rounded up. */
    public long liquidationFee(long worth) {
        return RatedAmounts.ceil(worth, liquidationFeePips, RatedAmounts.MILLION);
    }
}
