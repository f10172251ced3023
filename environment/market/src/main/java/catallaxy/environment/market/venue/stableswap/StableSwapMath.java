package catallaxy.environment.market.venue.stableswap;

import static catallaxy.environment.market.venue.stableswap.SafeMath.minus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.over;
import static catallaxy.environment.market.venue.stableswap.SafeMath.plus;
import static catallaxy.environment.market.venue.stableswap.SafeMath.times;
import static catallaxy.environment.market.venue.stableswap.SafeMath.timesOver;

import catallaxy.environment.base.number.UInt256;

/**
 * The invariant of StableSwap and its inverse, by the deployed contract's own Newton steps and roundings.
 * For n balances x of 18 decimals each, amplification A (Curve's A, that is {@code A n^(n−1)} of the paper's) and a = A n:
 * {@code a Σx + D = a D + D^(n+1) / (n^n Πx)}. Every division rounds down; a step within 1 of the one before ends the iteration, and
 * 256 steps without such an end revert. Amplifications are in hundredths. Pure functions.
 *
 * <p>Egorov, "StableSwap: efficient mechanism for stablecoin liquidity", 2019; rounding as in Saddle's {@code SwapUtils.sol}.
 */
final class StableSwapMath {
    /** Units of an amplification of 1. */
    static final long A_PRECISION = 100;

    private static final int MOST_STEPS = 256;
    private static final UInt256 PRECISION = UInt256.of(A_PRECISION);
    private static final UInt256 TWO = UInt256.of(2);
    private static final String NO_INVARIANT = "D does not converge";
    private static final String NO_BALANCE = "Approximation did not converge";

    private StableSwapMath() {}

    /** D of scaled balances; zero if all are zero. */
    static UInt256 invariant(UInt256[] xp, UInt256 amplification) {
        UInt256 n = UInt256.of(xp.length);
        UInt256 sum = UInt256.ZERO;
        for (UInt256 x : xp) {
            sum = plus(sum, x);
        }
        if (sum.isZero()) {
            return sum;
        }
        UInt256 a = times(amplification, n);
        UInt256 d = sum;
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 before = d;
            d = closerInvariant(xp, a, sum, n, d);
            if (withinOne(d, before)) {
                return d;
            }
        }
        throw new StableSwapRevert(NO_INVARIANT);
    }

    /** {@code (a Σx + n P) D / ((a − 1) D + (n + 1) P)} with {@code P = D^(n+1) / (n^n Πx)}. */
    private static UInt256 closerInvariant(UInt256[] xp, UInt256 a, UInt256 sum, UInt256 n, UInt256 d) {
        UInt256 product = d;
        for (UInt256 x : xp) {
            product = timesOver(product, d, times(x, n));
        }
        UInt256 above = times(plus(timesOver(a, sum, PRECISION), times(product, n)), d);
        UInt256 below = plus(timesOver(minus(a, PRECISION), d, PRECISION), times(plus(n, UInt256.ONE), product));
        return over(above, below);
    }

    /** The scaled balance of asset {@code out} at which D is {@code d} while the others stay. */
    static UInt256 balance(UInt256[] xp, UInt256 amplification, int out, UInt256 d) {
        UInt256 n = UInt256.of(xp.length);
        UInt256 a = times(amplification, n);
        UInt256 sum = UInt256.ZERO;
        UInt256 c = d;
        for (int i = 0; i < xp.length; i++) {
            if (i != out) {
                sum = plus(sum, xp[i]);
                c = timesOver(c, d, times(xp[i], n));
            }
        }
        c = over(times(times(c, d), PRECISION), times(a, n));
        UInt256 b = plus(sum, over(times(d, PRECISION), a));
        return root(b, c, d);
    }

    /** Solves {@code y² + (b − d) y = c} from above by {@code y = (y² + c) / (2 y + b − d)}. */
    private static UInt256 root(UInt256 b, UInt256 c, UInt256 d) {
        UInt256 y = d;
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 before = y;
            y = over(plus(times(y, y), c), minus(plus(times(y, TWO), b), d));
            if (withinOne(y, before)) {
                return y;
            }
        }
        throw new StableSwapRevert(NO_BALANCE);
    }

    private static boolean withinOne(UInt256 a, UInt256 b) {
        return !UInt256.ONE.isLessThan(SafeMath.difference(a, b));
    }
}
