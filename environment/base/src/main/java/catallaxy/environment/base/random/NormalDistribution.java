package catallaxy.environment.base.random;

/**
 * The standard normal distribution function and density, the same bits on every machine. The function is the series of odd powers in
 * the middle and Laplace's continued fraction in the tails, so that its relative error stays below 1e-13 as far as 1e-300.
 * Marsaglia 2004, <i>Evaluating the Normal Distribution</i>, https://doi.org/10.18637/jss.v011.i04.
 */
public final class NormalDistribution {
    private static final double ROOT_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);
    /** From here on the continued fraction needs fewer than 200 steps. */
    private static final double TAIL = 2.5;

    private static final int STEPS = 200;

    private NormalDistribution() {}

    /** The density at {@code x}. */
    public static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /** The probability of at most {@code x}; {@code NaN} for {@code NaN}. */
    public static double cumulative(double x) {
        if (x < -TAIL) {
            return tail(-x);
        }
        if (x > TAIL) {
            return 1 - tail(x);
        }
        return Double.isNaN(x) ? x : 0.5 + density(x) * series(x);
    }

    /** x + x³/3 + x⁵/(3·5) + …. */
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 2; odd += 2) {
            term *= x * x / odd;
            sum += term;
        }
        return sum;
    }

    /** The probability of more than {@code x}: φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))). */
    private static double tail(double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        double fraction = x;
        for (int step = STEPS; step > 0; step--) {
            fraction = x + step / fraction;
        }
        return density(x) / fraction;
    }
}
