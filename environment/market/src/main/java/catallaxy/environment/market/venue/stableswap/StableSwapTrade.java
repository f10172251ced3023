package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;

import catallaxy.environment.base.number.UInt256;

/**
 * What a swap gives: {@code dy = x_j − y − 1} less its fee, brought to the asset's own decimals, all rounded down.
 *
 * @param amountOut what is paid out, base units
 * @param adminFee  what the owner takes of the balance, base units
 */
record StableSwapTrade(UInt256 amountOut, UInt256 adminFee) {
    static StableSwapTrade of(
            StableSwapScale scale, UInt256[] balances, UInt256 amplification, int in, int out, UInt256 amountIn) {
        UInt256[] xp = scale.scaled(balances);
        UInt256 x = SafeMath.plus(SafeMath.times(amountIn, scale.multiplier(in)), xp[in]);
        UInt256 y = StableSwapMath.balance(xp, amplification, in, out, x);
        UInt256 gross = minus(minus(xp[out], y), UInt256.ONE);
        UInt256 fee = scale.fee(gross);
        UInt256 unit = scale.multiplier(out);
        return new StableSwapTrade(SafeMath.over(minus(gross, fee), unit), SafeMath.over(scale.adminPart(fee), unit));
    }
}
