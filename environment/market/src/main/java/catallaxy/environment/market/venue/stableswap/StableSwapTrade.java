package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;

import catallaxy.environment.base.number.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * What a swap gives: {@code dy = x_j − y − 1} less its fee, brought to the asset's own decimals, all rounded down.
 *
 * @param amountOut what is paid out, base units
 * @param adminFee  what the owner takes of the balance, base units
 * @param invariant D before it
 * @param guess     of D after it, to its first order; D before it where nothing is known
 */
record StableSwapTrade(UInt256 amountOut, UInt256 adminFee, UInt256 invariant, UInt256 guess) {
    /**
     * A swap.
     *
     * @param guess of D, which costs time alone where it is wrong; zero for none
     */
    static StableSwapTrade of(
            StableSwapScale scale,
            UInt256[] balances,
            UInt256 amplification,
            int in,
            int out,
            UInt256 amountIn,
            UInt256 guess) {
        UInt256[] xp = scale.scaled(balances);
        UInt256 x = SafeMath.plus(SafeMath.times(amountIn, scale.multiplier(in)), xp[in]);
        StableSwapShortcut shortcut = StableSwapShortcut.of(xp, amplification);
        UInt256 d = invariant(shortcut, xp, amplification, guess);
        UInt256 y = balance(shortcut, xp, amplification, in, out, x, d);
        UInt256 gross = minus(minus(xp[out], y), UInt256.ONE);
        UInt256 fee = scale.fee(gross);
        UInt256 amountOut = scale.unscaled(out, minus(gross, fee));
        UInt256 adminFee = scale.unscaled(out, scale.adminPart(fee));
        UInt256 paid = amountOut.plusWrapping(adminFee).timesWrapping(scale.multiplier(out));
        UInt256 kept = xp[out].minusWrapping(y).minusWrapping(paid);
        UInt256 next = shortcut == null ? d : after(d, shortcut.slope(in, x, out, y, d) * kept.doubleValue());
        return new StableSwapTrade(amountOut, adminFee, d, next);
    }

    private static UInt256 after(UInt256 d, double rise) {
        return rise > 0 && rise < 0x1p62 ? d.plusWrapping(UInt256.of((long) rise)) : d;
    }

    private static UInt256 invariant(
            @Nullable StableSwapShortcut shortcut, UInt256[] xp, UInt256 amplification, UInt256 guess) {
        UInt256 proven = shortcut == null ? null : shortcut.invariant(guess);
        return proven == null ? StableSwapMath.invariant(xp, amplification) : proven;
    }

    private static UInt256 balance(
            @Nullable StableSwapShortcut shortcut,
            UInt256[] xp,
            UInt256 amplification,
            int in,
            int out,
            UInt256 x,
            UInt256 d) {
        UInt256 added = x.minusWrapping(xp[in]);
        if (shortcut != null && x.bitLength() < 118 && added.isLessThan(xp[out].shiftRight(1))) {
            UInt256 proven = shortcut.balance(in, x, out, d, xp[out].minusWrapping(added));
            if (proven != null) {
                return proven;
            }
        }
        UInt256[] changed = xp.clone();
        changed[in] = x;
        return StableSwapMath.balance(changed, amplification, out, d);
    }
}
