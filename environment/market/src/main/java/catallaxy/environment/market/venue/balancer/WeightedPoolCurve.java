package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.market.venue.pool.FallingRoot;
import catallaxy.environment.market.venue.pool.PoolCurve;

/**
 * A weighted pool's invariant {@code Π x^w} in whole units, for decisions: closed forms, but for the input to a drop of the price, which
 * {@link FallingRoot} finds. What the contract refuses, more than 30 % of a balance at once, is not offered: outputs end there.
 */
final class WeightedPoolCurve implements PoolCurve {
    private static final double MOST = 0.3;

    /** What the contract's power is moved by. */
    private static final double ERROR = 1e-14;

    private final double[] balances;
    private final double[] weights;
    private final double fee;
    private final PowerVersion power;

    WeightedPoolCurve(double[] balances, double[] weights, double fee, PowerVersion power) {
        this.balances = balances.clone();
        this.weights = weights.clone();
        this.fee = fee;
        this.power = power;
    }

    @Override
    public double price(int base, int quote) {
        return balances[quote] / weights[quote] / (balances[base] / weights[base]);
    }

    @Override
    public double out(int in, int out, double amountIn) {
        if (!(amountIn > 0)) {
            return 0;
        }
        double kept = StrictMath.min(amountIn * (1 - fee), MOST * balances[in]);
        double ratio = weights[in] / weights[out];
        double logarithm = ratio * StrictMath.log1p(-kept / (balances[in] + kept));
        double lost = power.isExactFor(ratio) ? 0 : ERROR * StrictMath.exp(logarithm);
        return StrictMath.max(0, balances[out] * (-StrictMath.expm1(logarithm) - lost));
    }

    @Override
    public double in(int in, int out, double amountOut) {
        if (amountOut <= 0) {
            return 0;
        }
        if (!(amountOut <= MOST * balances[out])) {
            return Double.POSITIVE_INFINITY;
        }
        double ratio = weights[out] / weights[in];
        double logarithm = -ratio * StrictMath.log1p(-amountOut / balances[out]);
        double added = power.isExactFor(ratio) ? 0 : ERROR * StrictMath.exp(logarithm);
        return balances[in] * (StrictMath.expm1(logarithm) + added) / (1 - fee);
    }

    /** {@code x (((1 − f) p / rate)^(1 / (1 + w_in / w_out)) − 1) / (1 − f)}. */
    @Override
    public double inTo(int in, int out, double rate) {
        double ratio = weights[in] / weights[out];
        double now = (1 - fee) * price(in, out);
        double grown = StrictMath.pow(now / rate, 1 / (1 + ratio)) - 1;
        return StrictMath.min(StrictMath.max(0, grown), MOST) * balances[in] / (1 - fee);
    }

    @Override
    public double inForDrop(int in, int out, double drop) {
        double most = MOST * balances[in] / (1 - fee);
        double found = FallingRoot.toZero(
                amount -> left(in, out, amount) - (1 - drop) - (amount > most ? 1 : 0), balances[in] / 100);
        return StrictMath.min(found, most);
    }

    /** The part of the price that a swap leaves. */
    private double left(int in, int out, double amountIn) {
        double kept = amountIn * (1 - fee);
        double gone = StrictMath.pow(balances[in] / (balances[in] + kept), weights[in] / weights[out]);
        return gone * balances[in] / (balances[in] + amountIn);
    }

    /** {@code x = k (w / p) Π (p / w)^w} with k the invariant. */
    @Override
    public double[] balancesAt(double[] prices) {
        double logarithm = 0;
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0 && balances[i] > 0)) {
                return balances.clone();
            }
            logarithm += weights[i] * StrictMath.log(balances[i] * (prices[i] / weights[i]));
        }
        double[] at = new double[prices.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = weights[i] / prices[i] * StrictMath.exp(logarithm);
        }
        return at;
    }
}
