package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.PreparedDivisor;
import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.Arrays;

/** A pool's fixed terms as numbers of its arithmetic: what scales balances to 18 decimals, and the fees. Immutable. */
final class StableSwapScale {
    static final UInt256 FEE_UNITS = UInt256.of(StableSwapTerms.FEE_UNITS);

    private static final PreparedDivisor BY_FEE_UNITS = PreparedDivisor.of(FEE_UNITS);
    private static final int SHORT = 128;

    private final UInt256[] multipliers;
    private final PreparedDivisor[] divisors;
    private final boolean[] isWhole;
    private final UInt256 fee;
    private final UInt256 adminFee;
    private final UInt256 feePerAsset;

    StableSwapScale(StableSwapTerms terms) {
        multipliers = terms.decimals().stream()
                .map(each -> UInt256.of(BigInteger.TEN.pow(StableSwapTerms.DECIMALS - each)))
                .toArray(UInt256[]::new);
        divisors = Arrays.stream(multipliers).map(PreparedDivisor::of).toArray(PreparedDivisor[]::new);
        isWhole = new boolean[multipliers.length];
        for (int i = 0; i < isWhole.length; i++) {
            isWhole[i] = multipliers[i].equals(UInt256.ONE);
        }
        fee = UInt256.of(terms.fee());
        adminFee = UInt256.of(terms.adminFee());
        int n = multipliers.length;
        feePerAsset = UInt256.of(terms.fee() * n / (4L * (n - 1)));
    }

    int assets() {
        return multipliers.length;
    }

    UInt256 multiplier(int asset) {
        return multipliers[asset];
    }

    /** Balances in 18 decimals. */
    UInt256[] scaled(UInt256[] balances) {
        UInt256[] xp = new UInt256[balances.length];
        for (int i = 0; i < xp.length; i++) {
            xp[i] = isWhole[i] ? balances[i] : SafeMath.times(balances[i], multipliers[i]);
        }
        return xp;
    }

    /** An amount of 18 decimals in an asset's own, rounded down. */
    UInt256 unscaled(int asset, UInt256 amount) {
        return isWhole[asset] ? amount : over(amount, divisors[asset], multipliers[asset]);
    }

    /** The fee on an amount that a swap pays out. */
    UInt256 fee(UInt256 amount) {
        return charge(amount, fee);
    }

    /** The owner's part of a fee. */
    UInt256 adminPart(UInt256 amount) {
        return charge(amount, adminFee);
    }

    /** The fee on an amount by which a balance departs from the pool's proportions: {@code n / (4 (n − 1))} of a swap's. */
    UInt256 imbalanceFee(UInt256 amount) {
        return charge(amount, feePerAsset);
    }

    private static UInt256 charge(UInt256 amount, UInt256 fee) {
        return over(SafeMath.times(amount, fee), BY_FEE_UNITS, FEE_UNITS);
    }

    private static UInt256 over(UInt256 number, PreparedDivisor prepared, UInt256 divisor) {
        return number.bitLength() <= SHORT ? prepared.quotient(number) : number.dividedBy(divisor);
    }
}
