package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.ONE;
import static catallaxy.environment.market.venue.balancer.FixedPoint.complement;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.minus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.overDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.overUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.plus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.times;

import catallaxy.environment.base.number.UInt256;

/**
 * The arithmetic of stable pools, StableSwap's invariant D with roundings of its own. Balances, shares and fees have 18 decimals,
 * amplifications three. What the pool pays rounds down, what it is paid rounds up. Pure functions but for the version of the invariant.
 * Source: {@code StableMath.sol} of Balancer's v2-pool-stable.
 */
final class BalancerStableMath {
    /** Units of an amplification of 1. */
    static final long AMP_PRECISION = 1000;

    private static final UInt256 PRECISION = UInt256.of(AMP_PRECISION);
    private static final int MOST_STEPS = StableVersion.MOST_STEPS;

    private final StableVersion version;

    BalancerStableMath(StableVersion version) {
        this.version = version;
    }

    /** D; zero if all balances are. */
    UInt256 invariant(UInt256 amp, UInt256[] balances, boolean up) {
        return version.invariant(amp, balances, up);
    }

    /** The balance of an asset that gives D while the others stay, rounded up. */
    static UInt256 balance(UInt256 amp, UInt256[] balances, UInt256 d, int asset) {
        UInt256 n = UInt256.of(balances.length);
        UInt256 a = amp.timesWrapping(n);
        UInt256 product = balances[0].timesWrapping(n);
        UInt256 sum = balances[0];
        for (int j = 1; j < balances.length; j++) {
            product = overDown(times(times(product, balances[j]), n), d);
            sum = plus(sum, balances[j]);
        }
        UInt256 others = sum.minusWrapping(balances[asset]);
        UInt256 square = times(d, d);
        UInt256 c = times(times(overUp(square, times(a, product)), PRECISION), balances[asset]);
        UInt256 b = plus(others, times(overDown(d, a), PRECISION));
        return root(b, c, d, overUp(plus(square, c), plus(d, b)));
    }

    private static UInt256 root(UInt256 b, UInt256 c, UInt256 d, UInt256 start) {
        UInt256 y = start;
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 before = y;
            y = overUp(plus(times(y, y), c), minus(plus(times(y, UInt256.of(2)), b), d));
            if (StableVersion.withinOne(y, before)) {
                return y;
            }
        }
        throw BalancerError.STABLE_GET_BALANCE_DIDNT_CONVERGE.revert();
    }

    private static UInt256[] with(UInt256[] balances, int asset, UInt256 balance) {
        UInt256[] changed = balances.clone();
        changed[asset] = balance;
        return changed;
    }

    /** What a swap gives: the balance that D frees, less 1. */
    UInt256 outGivenIn(UInt256 amp, UInt256[] balances, int in, int out, UInt256 amountIn) {
        UInt256 d = invariant(amp, balances, true);
        UInt256[] after = with(balances, in, plus(balances[in], amountIn));
        return minus(minus(balances[out], balance(amp, after, d, out)), UInt256.ONE);
    }

    /** What a swap asks: the balance that D needs, and 1. */
    UInt256 inGivenOut(UInt256 amp, UInt256[] balances, int in, int out, UInt256 amountOut) {
        UInt256 d = invariant(amp, balances, true);
        UInt256[] after = with(balances, out, minus(balances[out], amountOut));
        return plus(minus(balance(amp, after, d, in), balances[in]), UInt256.ONE);
    }

    /** Shares for amounts of any proportions; what exceeds the proportional part pays the swap fee. */
    UInt256 sharesForExactIn(UInt256 amp, UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        UInt256 sum = StableVersion.sum(balances);
        UInt256[] ratios = new UInt256[balances.length];
        UInt256 average = UInt256.ZERO;
        for (int i = 0; i < ratios.length; i++) {
            UInt256 weight = divDown(balances[i], sum);
            ratios[i] = divDown(plus(balances[i], amounts[i]), balances[i]);
            average = plus(average, mulDown(ratios[i], weight));
        }
        UInt256[] after = new UInt256[balances.length];
        for (int i = 0; i < ratios.length; i++) {
            UInt256 kept = amounts[i];
            if (average.isLessThan(ratios[i])) {
                UInt256 free = mulDown(balances[i], minus(average, ONE));
                kept = plus(free, mulDown(minus(amounts[i], free), minus(ONE, fee)));
            }
            after[i] = plus(balances[i], kept);
        }
        UInt256 growth = growth(amp, balances, after);
        return ONE.isLessThan(growth) ? mulDown(supply, growth.minusWrapping(ONE)) : UInt256.ZERO;
    }

    private UInt256 growth(UInt256 amp, UInt256[] before, UInt256[] after) {
        UInt256 current = invariant(amp, before, true);
        return divDown(invariant(amp, after, false), current);
    }

    /** What is asked of one asset for shares. */
    UInt256 inForShares(UInt256 amp, UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        UInt256 current = invariant(amp, balances, true);
        UInt256 d = mulUp(divUp(plus(supply, shares), supply), current);
        UInt256 without = minus(balance(amp, balances, d, asset), balances[asset]);
        UInt256 taxable = mulUp(without, complement(divDown(balances[asset], StableVersion.sum(balances))));
        return plus(minus(without, taxable), divUp(taxable, minus(ONE, fee)));
    }

    /** Shares that must be given for amounts of any proportions; what exceeds the proportional part pays the swap fee. */
    UInt256 sharesForExactOut(UInt256 amp, UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        UInt256 sum = StableVersion.sum(balances);
        UInt256[] ratios = new UInt256[balances.length];
        UInt256 average = UInt256.ZERO;
        for (int i = 0; i < ratios.length; i++) {
            UInt256 weight = divUp(balances[i], sum);
            ratios[i] = divUp(minus(balances[i], amounts[i]), balances[i]);
            average = plus(average, mulUp(ratios[i], weight));
        }
        UInt256[] after = new UInt256[balances.length];
        for (int i = 0; i < ratios.length; i++) {
            UInt256 taken = amounts[i];
            if (ratios[i].isLessThan(average)) {
                UInt256 free = mulDown(balances[i], complement(average));
                taken = plus(free, divUp(minus(amounts[i], free), minus(ONE, fee)));
            }
            after[i] = minus(balances[i], taken);
        }
        return mulUp(supply, complement(growth(amp, balances, after)));
    }

    /** What shares give in one asset. */
    UInt256 outForShares(UInt256 amp, UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        UInt256 current = invariant(amp, balances, true);
        UInt256 d = mulUp(divUp(minus(supply, shares), supply), current);
        UInt256 without = minus(balances[asset], balance(amp, balances, d, asset));
        UInt256 taxable = mulUp(without, complement(divDown(balances[asset], StableVersion.sum(balances))));
        return plus(minus(without, taxable), mulDown(taxable, minus(ONE, fee)));
    }
}
