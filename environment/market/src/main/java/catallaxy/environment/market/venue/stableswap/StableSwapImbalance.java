package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.timesOver;

import catallaxy.environment.base.number.UInt256;

/**
 * A change of balances in any proportions, with its fees: on each asset, the imbalance fee of the difference between the balance
 * and what it would be had all changed as D did. Owned by its maker.
 */
final class StableSwapImbalance {
    private final UInt256 before;
    private final UInt256 after;
    private final UInt256[] kept;

    private StableSwapImbalance(UInt256 before, UInt256 after, UInt256[] kept) {
        this.before = before;
        this.after = after;
        this.kept = kept;
    }

    /** D before the change. */
    UInt256 before() {
        return before;
    }

    /** D after it, when all fees are taken off the balances. */
    UInt256 after() {
        return after;
    }

    /** The balances after it, when only the owner's part of the fees is taken off. */
    UInt256[] kept() {
        return kept;
    }

    /**
     * A change from balances to others.
     *
     * @param before D of the balances
     * @param after  D of the others
     */
    static StableSwapImbalance of(
            StableSwapScale scale,
            UInt256 amplification,
            UInt256[] balances,
            UInt256 before,
            UInt256[] changed,
            UInt256 after) {
        UInt256[] kept = new UInt256[balances.length];
        UInt256[] paid = new UInt256[balances.length];
        for (int i = 0; i < balances.length; i++) {
            UInt256 ideal = timesOver(after, balances[i], before);
            UInt256 fee = scale.imbalanceFee(SafeMath.difference(ideal, changed[i]));
            kept[i] = minus(changed[i], scale.adminPart(fee));
            paid[i] = minus(changed[i], fee);
        }
        return new StableSwapImbalance(before, StableSwapMath.invariant(scale.scaled(paid), amplification), kept);
    }
}
