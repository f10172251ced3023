package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.FixedPoint.ONE;
import static catallaxy.environment.market.venue.balancer.FixedPoint.complement;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.divUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.minus;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulDown;
import static catallaxy.environment.market.venue.balancer.FixedPoint.mulUp;
import static catallaxy.environment.market.venue.balancer.FixedPoint.plus;

import catallaxy.environment.base.number.UInt256;

/**
 * The arithmetic of weighted pools: a swap keeps {@code Π balance^weight}. Balances, weights, shares and fees have 18 decimals, weights
 * sum to one. What the pool pays rounds down, what it is paid rounds up. Pure functions but for the version of the power.
 * Source: {@code WeightedMath.sol} of Balancer's v2-pool-weighted 2.0.1.
 */
final class WeightedMath {
    private static final UInt256 MOST_OF_BALANCE = UInt256.of(300_000_000_000_000_000L);
    private static final UInt256 MOST_GROWTH = ONE.timesExact(UInt256.of(3));
    private static final UInt256 LEAST_GROWTH = UInt256.of(700_000_000_000_000_000L);

    private final PowerVersion power;

    WeightedMath(PowerVersion power) {
        this.power = power;
    }

    /** {@code Π balance^weight}, rounded down. */
    UInt256 invariant(UInt256[] weights, UInt256[] balances) {
        UInt256 invariant = ONE;
        for (int i = 0; i < weights.length; i++) {
            invariant = mulDown(invariant, power.powDown(balances[i], weights[i]));
        }
        BalancerRevert.unless(!invariant.isZero(), BalancerError.ZERO_INVARIANT);
        return invariant;
    }

    /** {@code balanceOut (1 − (balanceIn / (balanceIn + amountIn))^(weightIn / weightOut))}; at most 30 % of the balance may come in. */
    UInt256 outGivenIn(UInt256 balanceIn, UInt256 weightIn, UInt256 balanceOut, UInt256 weightOut, UInt256 amountIn) {
        BalancerRevert.unless(!mulDown(balanceIn, MOST_OF_BALANCE).isLessThan(amountIn), BalancerError.MAX_IN_RATIO);
        UInt256 base = divUp(balanceIn, plus(balanceIn, amountIn));
        UInt256 left = power.powUp(base, divDown(weightIn, weightOut));
        return mulDown(balanceOut, complement(left));
    }

    /** {@code balanceIn ((balanceOut / (balanceOut − amountOut))^(weightOut / weightIn) − 1)}; at most 30 % may go out. */
    UInt256 inGivenOut(UInt256 balanceIn, UInt256 weightIn, UInt256 balanceOut, UInt256 weightOut, UInt256 amountOut) {
        BalancerRevert.unless(!mulDown(balanceOut, MOST_OF_BALANCE).isLessThan(amountOut), BalancerError.MAX_OUT_RATIO);
        UInt256 base = divUp(balanceOut, minus(balanceOut, amountOut));
        UInt256 grown = power.powUp(base, divUp(weightOut, weightIn));
        return mulUp(balanceIn, minus(grown, ONE));
    }

    /** Shares for amounts of any proportions; what exceeds the proportional part pays the swap fee. */
    UInt256 sharesForExactIn(UInt256[] balances, UInt256[] weights, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        UInt256[] ratios = new UInt256[balances.length];
        UInt256 average = UInt256.ZERO;
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = divDown(plus(balances[i], amounts[i]), balances[i]);
            average = plus(average, mulDown(ratios[i], weights[i]));
        }
        UInt256 growth = ONE;
        for (int i = 0; i < ratios.length; i++) {
            UInt256 kept = amounts[i];
            if (average.isLessThan(ratios[i])) {
                UInt256 free = mulDown(balances[i], minus(average, ONE));
                kept = plus(free, mulDown(minus(amounts[i], free), minus(ONE, fee)));
            }
            UInt256 ratio = divDown(plus(balances[i], kept), balances[i]);
            growth = mulDown(growth, power.powDown(ratio, weights[i]));
        }
        return ONE.isLessThan(growth) ? mulDown(supply, growth.minusWrapping(ONE)) : UInt256.ZERO;
    }

    /** What is asked of one asset for shares; they may at most triple. */
    UInt256 inForShares(UInt256 balance, UInt256 weight, UInt256 shares, UInt256 supply, UInt256 fee) {
        UInt256 growth = divUp(plus(supply, shares), supply);
        BalancerRevert.unless(!MOST_GROWTH.isLessThan(growth), BalancerError.MAX_OUT_BPT_FOR_TOKEN_IN);
        UInt256 ratio = power.powUp(growth, divUp(ONE, weight));
        UInt256 without = mulUp(balance, minus(ratio, ONE));
        UInt256 taxable = mulUp(without, complement(weight));
        return plus(minus(without, taxable), divUp(taxable, minus(ONE, fee)));
    }

    /** Shares that must be given for amounts of any proportions; what exceeds the proportional part pays the swap fee. */
    UInt256 sharesForExactOut(UInt256[] balances, UInt256[] weights, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        UInt256[] ratios = new UInt256[balances.length];
        UInt256 average = UInt256.ZERO;
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = divUp(minus(balances[i], amounts[i]), balances[i]);
            average = plus(average, mulUp(ratios[i], weights[i]));
        }
        UInt256 growth = ONE;
        for (int i = 0; i < ratios.length; i++) {
            UInt256 taken = amounts[i];
            if (ratios[i].isLessThan(average)) {
                UInt256 free = mulDown(balances[i], complement(average));
                taken = plus(free, divUp(minus(amounts[i], free), minus(ONE, fee)));
            }
            UInt256 ratio = divDown(minus(balances[i], taken), balances[i]);
            growth = mulDown(growth, power.powDown(ratio, weights[i]));
        }
        return mulUp(supply, complement(growth));
    }

    /** What shares give in one asset; at least 70 % of the invariant must stay. */
    UInt256 outForShares(UInt256 balance, UInt256 weight, UInt256 shares, UInt256 supply, UInt256 fee) {
        UInt256 growth = divUp(minus(supply, shares), supply);
        BalancerRevert.unless(growth.isAtLeast(LEAST_GROWTH), BalancerError.MIN_BPT_IN_FOR_TOKEN_OUT);
        UInt256 ratio = power.powUp(growth, divDown(ONE, weight));
        UInt256 without = mulDown(balance, complement(ratio));
        UInt256 taxable = mulUp(without, complement(weight));
        return plus(minus(without, taxable), mulDown(taxable, minus(ONE, fee)));
    }
}
