package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * A weighted pool's.
 *
 * @param weights one for each asset, 18 decimals, each at least 0.01, together one
 * @param power   the version of the power function
 */
public record WeightedCurve(List<UInt256> weights, PowerVersion power) implements BalancerCurve {
    /** The least weight, 18 decimals. */
    public static final long LEAST_WEIGHT = 10_000_000_000_000_000L;

    public WeightedCurve {
        weights = Checks.elements("weights", "a weight", weights);
        Checks.inRange("weights", weights.size(), 2, BalancerTerms.MOST_ASSETS);
        UInt256 sum = UInt256.ZERO;
        for (UInt256 weight : weights) {
            Checks.that(weight.isAtLeast(UInt256.of(LEAST_WEIGHT)), "weights", "0.01 at least", weight);
            sum = sum.plusExact(weight);
        }
        Checks.that(sum.equals(FixedPoint.ONE), "weights", "a sum of one", sum);
    }

    private WeightedMath maths() {
        return new WeightedMath(power);
    }

    private UInt256[] all() {
        return weights.toArray(UInt256[]::new);
    }

    @Override
    public int assets() {
        return weights.size();
    }

    @Override
    public UInt256 invariant(UInt256[] balances) {
        return maths().invariant(all(), balances);
    }

    @Override
    public UInt256 firstShares(UInt256[] amounts) {
        return FixedPoint.times(invariant(amounts), UInt256.of(amounts.length));
    }

    @Override
    public UInt256 outGivenIn(UInt256[] balances, int in, int out, UInt256 amountIn) {
        return maths().outGivenIn(balances[in], weights.get(in), balances[out], weights.get(out), amountIn);
    }

    @Override
    public UInt256 inGivenOut(UInt256[] balances, int in, int out, UInt256 amountOut) {
        return maths().inGivenOut(balances[in], weights.get(in), balances[out], weights.get(out), amountOut);
    }

    @Override
    public UInt256 sharesForExactIn(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        return maths().sharesForExactIn(balances, all(), amounts, supply, fee);
    }

    @Override
    public UInt256 inForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        return maths().inForShares(balances[asset], weights.get(asset), shares, supply, fee);
    }

    @Override
    public UInt256 sharesForExactOut(UInt256[] balances, UInt256[] amounts, UInt256 supply, UInt256 fee) {
        return maths().sharesForExactOut(balances, all(), amounts, supply, fee);
    }

    @Override
    public UInt256 outForShares(UInt256[] balances, int asset, UInt256 shares, UInt256 supply, UInt256 fee) {
        return maths().outForShares(balances[asset], weights.get(asset), shares, supply, fee);
    }
}
