package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;

/** A pool's fixed terms as numbers of its arithmetic: what scales balances to 18 decimals, and the fees. Immutable. */
final class StableSwapScale {
    static final UInt256 FEE_UNITS = UInt256.of(StableSwapTerms.FEE_UNITS);

    private final UInt256[] multipliers;
    private final UInt256 fee;
    private final UInt256 adminFee;
    private final UInt256 feePerAsset;

    StableSwapScale(StableSwapTerms terms) {
        multipliers = terms.decimals().stream()
                .map(each -> UInt256.of(BigInteger.TEN.pow(StableSwapTerms.DECIMALS - each)))
                .toArray(UInt256[]::new);
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
            xp[i] = SafeMath.times(balances[i], multipliers[i]);
        }
        return xp;
    }

    /** The fee on an amount that a swap pays out. */
    UInt256 fee(UInt256 amount) {
        return SafeMath.timesOver(amount, fee, FEE_UNITS);
    }

    /** The owner's part of a fee. */
    UInt256 adminPart(UInt256 amount) {
        return SafeMath.timesOver(amount, adminFee, FEE_UNITS);
    }

    /** The fee on an amount by which a balance departs from the pool's proportions: {@code n / (4 (n − 1))} of a swap's. */
    UInt256 imbalanceFee(UInt256 amount) {
        return SafeMath.timesOver(amount, feePerAsset, FEE_UNITS);
    }
}
