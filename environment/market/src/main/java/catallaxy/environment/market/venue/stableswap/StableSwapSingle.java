package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.over;
import static catallaxy.environment.market.venue.stableswap.SafeMath.timesOver;

import catallaxy.environment.base.number.UInt256;

/**
 * What shares give when they are redeemed in one asset: the balance that D's fall frees, once imbalance fees are taken off all
 * balances, less 1.
 *
 * @param amountOut what is paid out, base units
 * @param fee       what it is less than without fees, base units
 */
record StableSwapSingle(UInt256 amountOut, UInt256 fee) {
    static StableSwapSingle of(
            StableSwapScale scale,
            UInt256[] balances,
            UInt256 amplification,
            int asset,
            UInt256 shares,
            UInt256 totalShares) {
        UInt256[] xp = scale.scaled(balances);
        UInt256 before = StableSwapMath.invariant(xp, amplification);
        UInt256 after = minus(before, timesOver(shares, before, totalShares));
        StableSwapRevert.unless(!xp[asset].isLessThan(shares), "Withdraw exceeds available");
        UInt256 y = StableSwapMath.balance(xp, amplification, asset, after);
        UInt256[] reduced = new UInt256[xp.length];
        for (int i = 0; i < xp.length; i++) {
            UInt256 ideal = timesOver(xp[i], after, before);
            UInt256 moved = i == asset ? minus(ideal, y) : minus(xp[i], ideal);
            reduced[i] = minus(xp[i], scale.imbalanceFee(moved));
        }
        UInt256 freed = minus(reduced[asset], StableSwapMath.balance(reduced, amplification, asset, after));
        UInt256 unit = scale.multiplier(asset);
        UInt256 out = over(minus(freed, UInt256.ONE), unit);
        return new StableSwapSingle(out, minus(over(minus(xp[asset], y), unit), out));
    }
}
