package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;

/**
 * Polynomial mutation of Deb and Goyal 1996, in the form for boxes of Deb's own program for NSGA-II.
 *
 * <pre>
 *   c = y + δ (high − low)
 *   δ = (2u + (1 − 2u) (1 − d_1)^(η+1))^(1/(η+1)) − 1 where u &lt; ½,  d_1 = (y − low) / (high − low)
 *   δ = 1 − (2(1 − u) + (2u − 1) (1 − d_2)^(η+1))^(1/(η+1)) else,   d_2 = (high − y) / (high − low)
 * </pre>
 *
 * <p>Each variable is mutated with the same probability; how many are passed over is drawn at once, from the geometric distribution.
 * Where a side is infinite, its powers are 0, and six of the box's scales stand for {@code high − low}, as in a bounded box. Owned by one thread, as its
 * random numbers are.
 */
final class PolynomialMutation {
    private final double[] low;
    private final double[] high;
    private final double[] width;
    private final double power;
    private final double root;
    /** One over the logarithm of the probability that a variable is passed over. */
    private final double perSkip;

    /**
     * The mutation.
     *
     * @param probability of each variable, positive; 1 for all
     * @param index       η, not negative: the larger, the smaller are changes
     */
    PolynomialMutation(VectorBox box, double probability, double index) {
        low = box.low();
        high = box.high();
        width = new double[low.length];
        for (int i = 0; i < width.length; i++) {
            double side = high[i] - low[i];
            width[i] = Double.isFinite(side) ? side : 6 * box.scale()[i];
        }
        power = index + 1;
        root = 1 / power;
        perSkip = probability < 1 ? 1 / Power.log2(1 - probability) : 0;
    }

    /** Mutates {@code [N]} in place. */
    void mutate(double[] vector, RandomStream random) {
        for (double at = skipped(random); at < vector.length; at += 1 + skipped(random)) {
            mutateVariable(vector, (int) at, random);
        }
    }

    private double skipped(RandomStream random) {
        return Math.floor(Power.log2(Uniform.open(random)) * perSkip);
    }

    private void mutateVariable(double[] vector, int i, RandomStream random) {
        double y = vector[i];
        double u = Uniform.open(random);
        double delta = u < 0.5
                ? Power.pow(2 * u + (1 - 2 * u) * far((y - low[i]) / width[i]), root) - 1
                : 1 - Power.pow(2 * (1 - u) + (2 * u - 1) * far((high[i] - y) / width[i]), root);
        vector[i] = Math.min(high[i], Math.max(low[i], y + delta * width[i]));
    }

    /** {@code (1 − d)^(η+1)}. */
    private double far(double d) {
        return d < 1 ? Power.pow(1 - d, power) : 0;
    }
}
