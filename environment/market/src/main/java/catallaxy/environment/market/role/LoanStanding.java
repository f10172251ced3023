package catallaxy.environment.market.role;

import catallaxy.environment.api.venue.Lending;
import java.util.List;

/**
 * What collateral at a lending market is good for, in the unit of the market's oracle.
 *
 * <pre>
 *   most(h) = 0.999 · min( Σ s p l,  Σ s p t / h )       s supplied, p price, l loan to value, t threshold, h health factor
 * </pre>
 *
 * <p>The thousandth that is left out is more than what the market loses by rounding mean terms down to a basis point.
 *
 * @param lends  what can be borrowed against it
 * @param covers what debts may reach before they can be liquidated
 */
record LoanStanding(double lends, double covers) {
    /** A withdrawal within one transaction that ends with a repayment leaves a health factor of at least this on its way. */
    static final double PASSING_HEALTH = 1.02;

    private static final double KEPT = 0.999;

    /**
     * That of so much of each asset.
     *
     * @param supplied {@code [assets]}, whole units
     */
    static LoanStanding of(Lending lending, List<Integer> assets, double[] supplied) {
        double lends = 0;
        double covers = 0;
        for (int i = 0; i < supplied.length; i++) {
            int asset = assets.get(i);
            double worth = supplied[i] * lending.price(asset);
            boolean isCollateral = lending.loanToValue(asset) > 0;
            lends += isCollateral ? worth * lending.loanToValue(asset) : 0;
            covers += isCollateral ? worth * lending.threshold(asset) : 0;
        }
        return new LoanStanding(lends, covers);
    }

    /** The most that may be owed at a health factor. */
    double most(double health) {
        return KEPT * StrictMath.min(lends, covers / health);
    }

    /** How much of what it covers can go, so that a debt keeps a health factor; all of it without a debt. */
    double spare(double debt, double health) {
        return debt > 0 ? StrictMath.max(0, covers - health * debt / KEPT) : covers;
    }
}
