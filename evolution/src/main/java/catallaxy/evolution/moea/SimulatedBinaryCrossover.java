package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;

/**
 * Simulated binary crossover of Deb and Agrawal 1995, in the form for boxes of Deb's own program for NSGA-II: each variable of two
 * parents {@code y_1 < y_2} is crossed with probability ½. Deviation: whether crossed or not, it is as likely as not handed to the other
 * child; Deb's program hands over only what it crossed.
 *
 * <pre>
 *   c_1 = ½ (y_1 + y_2 − β_1 (y_2 − y_1)),  c_2 = ½ (y_1 + y_2 + β_2 (y_2 − y_1))
 *   β_k = (u α_k)^(1/(η+1)) where u ≤ 1/α_k, else (2 − u α_k)^(−1/(η+1)),  u uniform in (0, 1)
 *   α_k = 2 − b_k^−(η+1),  b_1 = 1 + 2 (y_1 − low) / (y_2 − y_1),  b_2 = 1 + 2 (high − y_2) / (y_2 − y_1)
 * </pre>
 *
 * <p>Far from the sides {@code α} is 2 to the last bit for both children, so that one power serves both. Owned by one thread, as its
 * random numbers are.
 */
final class SimulatedBinaryCrossover {
    /** Nearer parents have children as they are. */
    private static final double NEAR = 1e-14;
    /** Bits of a mantissa. */
    private static final double PRECISION = 54;

    private final double[] low;
    private final double[] high;
    private final double probability;
    private final double power;
    private final double root;
    /** From here on {@code b^−(η+1)} is nothing beside 2. */
    private final double far;

    /**
     * The crossover.
     *
     * @param probability that two parents are crossed at all
     * @param index       η, not negative: the larger, the nearer are children to their parents
     */
    SimulatedBinaryCrossover(VectorBox box, double probability, double index) {
        low = box.low();
        high = box.high();
        this.probability = probability;
        power = index + 1;
        root = 1 / power;
        far = Power.exp2(Math.min(1000, PRECISION / power));
    }

    /**
     * Makes two parents into their children.
     *
     * @param one   {@code [N]}, overwritten
     * @param other {@code [N]}, overwritten
     */
    void cross(double[] one, double[] other, RandomStream random) {
        if (random.nextDouble() >= probability) {
            return;
        }
        for (int from = 0; from < one.length; from += Long.SIZE) {
            int to = Math.min(one.length, from + Long.SIZE);
            long crossed = random.nextLong();
            long swapped = random.nextLong();
            for (int i = from; i < to; i++) {
                boolean swap = (swapped >>> i & 1) != 0;
                if ((crossed >>> i & 1) != 0) {
                    crossVariable(one, other, i, swap, random);
                } else if (swap) {
                    double kept = one[i];
                    one[i] = other[i];
                    other[i] = kept;
                }
            }
        }
    }

    private void crossVariable(double[] one, double[] other, int i, boolean swapped, RandomStream random) {
        double y1 = Math.min(one[i], other[i]);
        double y2 = Math.max(one[i], other[i]);
        double apart = y2 - y1;
        if (apart <= NEAR) {
            return;
        }
        double u = Uniform.open(random);
        double b1 = 1 + 2 * (y1 - low[i]) / apart;
        double b2 = 1 + 2 * (high[i] - y2) / apart;
        double beta1 = spread(u, b1);
        double beta2 = b1 > far && b2 > far ? beta1 : spread(u, b2);
        double first = inside(0.5 * (y1 + y2 - beta1 * apart), i);
        double second = inside(0.5 * (y1 + y2 + beta2 * apart), i);
        one[i] = swapped ? second : first;
        other[i] = swapped ? first : second;
    }

    /** β for the room {@code b} on one side. */
    private double spread(double u, double b) {
        double alpha = b > far ? 2 : 2 - Power.pow(b, -power);
        double scaled = u * alpha;
        return scaled <= 1 ? Power.pow(scaled, root) : 1 / Power.pow(2 - scaled, root);
    }

    private double inside(double value, int i) {
        return Math.min(high[i], Math.max(low[i], value));
    }
}
