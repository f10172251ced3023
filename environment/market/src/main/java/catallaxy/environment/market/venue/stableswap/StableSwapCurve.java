package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.market.venue.pool.FallingRoot;
import catallaxy.environment.market.venue.pool.PoolCurve;

/**
 * StableSwap's invariant in whole units, for decisions. With a = A n and {@code K = D^(n+1) / (n^n Πx)} it is {@code a Σx + D = a D + K}; a unit
 * of asset i is worth {@code a + K / x_i} in its own measure, so that prices are quotients of these. One balance at given others is the
 * positive root of a quadratic; D is found by Newton's method, inputs to a price by {@link FallingRoot}. Outputs are exact to about 10^−15
 * of the balance paid out, inputs to a price to 10^−12.
 */
public final class StableSwapCurve implements PoolCurve {
    private static final int MOST_STEPS = 100;
    private static final double PRECISION = 1e-16;
    private static final double LEAST_EXPONENT = -200;
    private static final int HALVINGS = 100;

    private final double[] balances;
    private final double a;
    private final Fees fees;
    private final double d;

    /**
     * What the pool keeps, as fractions.
     *
     * @param ofInput  of what is paid in, before it counts
     * @param ofOutput of what is paid out
     * @param leaving  part of the output's fee that leaves the balances
     */
    public record Fees(double ofInput, double ofOutput, double leaving) {}

    /**
     * A picture of a pool.
     *
     * @param balances      whole units of each asset
     * @param amplification Curve's A
     */
    public StableSwapCurve(double[] balances, double amplification, Fees fees) {
        this(balances.clone(), amplification * balances.length, fees, invariant(balances, amplification));
    }

    private StableSwapCurve(double[] balances, double a, Fees fees, double d) {
        this.balances = balances;
        this.a = a;
        this.fees = fees;
        this.d = d;
    }

    /** D of balances in whole units; zero where one of them is. */
    static double invariant(double[] balances, double amplification) {
        int n = balances.length;
        double a = amplification * n;
        double sum = 0;
        for (double each : balances) {
            if (!(each > 0)) {
                return 0;
            }
            sum += each;
        }
        double d = sum;
        for (int step = 0; step < MOST_STEPS; step++) {
            double product = d;
            for (double each : balances) {
                product *= d / (n * each);
            }
            double before = d;
            d = (a * sum + n * product) * d / ((a - 1) * d + (n + 1) * product);
            if (StrictMath.abs(d - before) <= PRECISION * d) {
                return d;
            }
        }
        return d;
    }

    @Override
    public double price(int base, int quote) {
        double k = k(balances);
        return (a + k / balances[base]) / (a + k / balances[quote]);
    }

    private double k(double[] at) {
        double k = d;
        for (double each : at) {
            k *= d / (at.length * each);
        }
        return k;
    }

    /** The balance of an asset at which D is as it is, when that of another is {@code x}. */
    private double balance(int changed, double x, int asked) {
        int n = balances.length;
        double sum = 0;
        double c = d * d / (a * n);
        for (int i = 0; i < n; i++) {
            if (i != asked) {
                double each = i == changed ? x : balances[i];
                sum += each;
                c *= d / (n * each);
            }
        }
        double b = sum + d / a - d;
        double root = StrictMath.sqrt(b * b + 4 * c);
        return b > 0 ? 2 * c / (b + root) : (root - b) / 2;
    }

    @Override
    public double out(int in, int out, double amountIn) {
        return amountIn > 0 && d > 0 ? gross(in, out, amountIn) * (1 - fees.ofOutput()) : 0;
    }

    /** As the difference of two roots, whose common error goes. */
    private double gross(int in, int out, double amountIn) {
        double kept = amountIn * (1 - fees.ofInput());
        return balance(in, balances[in], out) - balance(in, balances[in] + kept, out);
    }

    @Override
    public double in(int in, int out, double amountOut) {
        if (amountOut <= 0) {
            return 0;
        }
        double left = balances[out] - amountOut / (1 - fees.ofOutput());
        return left > 0 && d > 0
                ? (balance(out, left, in) - balance(out, balances[out], in)) / (1 - fees.ofInput())
                : Double.POSITIVE_INFINITY;
    }

    @Override
    public double inTo(int in, int out, double rate) {
        double kept = (1 - fees.ofInput()) * (1 - fees.ofOutput());
        return d > 0 ? FallingRoot.toZero(amount -> kept * marginal(in, out, amount) - rate, balances[in] / 100) : 0;
    }

    /** Output for the next unit within a swap, before fees. */
    private double marginal(int in, int out, double amountIn) {
        double[] at = balances.clone();
        at[in] += amountIn * (1 - fees.ofInput());
        at[out] = balance(in, at[in], out);
        double k = k(at);
        return (a + k / at[in]) / (a + k / at[out]);
    }

    @Override
    public double inForDrop(int in, int out, double drop) {
        double goal = price(in, out) * (1 - drop);
        return d > 0 ? FallingRoot.toZero(amount -> priceAfter(in, out, amount) - goal, balances[in] / 100) : 0;
    }

    private double priceAfter(int in, int out, double amountIn) {
        double gross = gross(in, out, amountIn);
        double[] after = balances.clone();
        after[in] += amountIn;
        after[out] -= gross * (1 - fees.ofOutput() * (1 - fees.leaving()));
        return new StableSwapCurve(after, a / after.length, fees).price(in, out);
    }

    /**
     * {@code x_i = K / (λ p_i − a)}: the invariant's linear part gives K for a λ, its product the λ, which is found by halving the logarithm of
     * what {@code λ p / a} is above 1 for the least price.
     */
    @Override
    public double[] balancesAt(double[] prices) {
        double least = Double.POSITIVE_INFINITY;
        for (double price : prices) {
            least = StrictMath.min(least, price);
        }
        if (!(least > 0 && d > 0)) {
            return balances.clone();
        }
        double low = LEAST_EXPONENT;
        double high = StrictMath.log(2.0 * prices.length);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (isAbove(weights(prices, least, middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        double[] weights = weights(prices, least, low);
        double k = kOf(weights);
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= k;
        }
        return weights;
    }

    private double[] weights(double[] prices, double least, double exponent) {
        double above = StrictMath.exp(exponent);
        double[] weights = new double[prices.length];
        for (int i = 0; i < weights.length; i++) {
            double ratio = prices[i] / least;
            weights[i] = 1 / (a * (above * ratio + (ratio - 1)));
        }
        return weights;
    }

    /** K that the linear part of the invariant gives; not positive where there is none. */
    private double kOf(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        return d * (a - 1) / (a * sum - 1);
    }

    /** Whether the balances of these weights would have too great a product, or none at all. */
    private boolean isAbove(double[] weights) {
        double k = kOf(weights);
        if (!(k > 0)) {
            return true;
        }
        double sum = StrictMath.log(k / d);
        for (double weight : weights) {
            sum += StrictMath.log(weights.length * (k / d) * weight);
        }
        return sum > 0;
    }
}
