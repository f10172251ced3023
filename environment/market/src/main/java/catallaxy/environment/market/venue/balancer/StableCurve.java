package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;

/**
 * A stable pool's, of two to five assets.
 *
 * @param amplification Curve's A, 1 to 5000; it does not move
 */
public record StableCurve(long amplification) implements BalancerCurve {
    /** Assets of a stable pool at most. */
    public static final int MOST_ASSETS = 5;

    /** Amplification at most. */
    public static final long MOST_AMPLIFICATION = 5000;

    private static final BalancerStableMath MATHS = new BalancerStableMath(StableVersion.TRUNCATED);

    public StableCurve {
        Checks.inRange("amplification", amplification, 1, MOST_AMPLIFICATION);
    }

    private UInt256 amp() {
        return UInt256.of(amplification * BalancerStableMath.AMP_PRECISION);
    }

    @Override
    public int assets() {
        return 0;
    }

    @Override
    public UInt256 invariant(UInt256[] balances) {
        return MATHS.invariant(amp(), balances, false);
    }

    @Override
    public UInt256 firstShares(UInt256[] amounts) {
        return MATHS.invariant(amp(), amounts, true);
    }

    @Override
    public UInt256 outGivenIn(UInt256[] balances, int in, int out, UInt256 amountIn) {
        return MATHS.outGivenIn(amp(), balances, in, out, amountIn);
    }

    @Override
    public UInt256 inGivenOut(UInt256[] balances, int in, int out, UInt256 amountOut) {
        return MATHS.inGivenOut(amp(), balances, in, out, amountOut);
    }

    @Override
    public UInt256 sharesForExactIn(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        return MATHS.sharesForExactIn(amp(), balances, amounts, supply, fee);
    }

    @Override
    public UInt256 inForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        return MATHS.inForShares(amp(), balances, asset, shares, supply, fee);
    }

    @Override
    public UInt256 sharesForExactOut(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        return MATHS.sharesForExactOut(amp(), balances, amounts, supply, fee);
    }

    @Override
    public UInt256 outForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        return MATHS.outForShares(amp(), balances, asset, shares, supply, fee);
    }
}
