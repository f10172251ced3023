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
    /** η + 1 where it is a whole number, else 0. */
    private final int whole;
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
        whole = power == Math.rint(power) ? (int) power : 0;
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
            long within = one.length - from < Long.SIZE ? (1L << (one.length - from)) - 1 : -1;
            long crossed = random.nextLong() & within;
            long swapped = random.nextLong() & within;
            for (long left = swapped & ~crossed; left != 0; left &= left - 1) {
                swap(one, other, from + Long.numberOfTrailingZeros(left));
            }
            for (long left = crossed & ~swapped; left != 0; left &= left - 1) {
                crossVariable(one, other, from + Long.numberOfTrailingZeros(left), random);
            }
            for (long left = crossed & swapped; left != 0; left &= left - 1) {
                crossVariable(other, one, from + Long.numberOfTrailingZeros(left), random);
            }
        }
    }

    private static void swap(double[] one, double[] other, int i) {
        double kept = one[i];
        one[i] = other[i];
        other[i] = kept;
    }

    /** The lower child goes to the first, whose parent may have been the higher. */
    private void crossVariable(double[] lower, double[] higher, int i, RandomStream random) {
        double y1 = Math.min(lower[i], higher[i]);
        double y2 = Math.max(lower[i], higher[i]);
        double apart = y2 - y1;
        if (apart <= NEAR) {
            return;
        }
        double u = Uniform.open(random);
        double b1 = 1 + 2 * (y1 - low[i]) / apart;
        double b2 = 1 + 2 * (high[i] - y2) / apart;
        double beta1 = spread(u, b1);
        double beta2 = b1 > far && b2 > far ? beta1 : spread(u, b2);
        lower[i] = inside(0.5 * (y1 + y2 - beta1 * apart), i);
        higher[i] = inside(0.5 * (y1 + y2 + beta2 * apart), i);
    }

    /** β for the room {@code b} on one side. One formula for both cases, as which it is cannot be foreseen by the processor. */
    private double spread(double u, double b) {
        double scaled = u * (b > far ? 2 : 2 - raised(b));
        double log = Power.log2(Math.min(scaled, 2 - scaled));
        return Power.exp2(root * Math.copySign(log, scaled - 1));
    }

    /** {@code b^−(η+1)}. */
    private double raised(double b) {
        return whole > 0 ? Power.whole(1 / b, whole) : Power.pow(b, -power);
    }

    private double inside(double value, int i) {
        return Math.min(high[i], Math.max(low[i], value));
    }
}
