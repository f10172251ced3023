package catallaxy.evolution.fitness;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;

/**
 * A box of real vectors, with the place where a search begins that knows nothing better. Sides may be infinite: weights of
 * networks have no bounds. Immutable; arrays are not to be written to.
 */
public final class VectorBox {
    private final double[] low;
    private final double[] high;
    private final double[] start;
    private final double[] scale;

    /**
     * A box.
     *
     * @param low   {@code [N]}, or −∞
     * @param high  {@code [N]}, or ∞
     * @param start {@code [N]}, inside
     * @param scale {@code [N]}: how far from {@code start} a search looks at first (a standard deviation), positive
     */
    public VectorBox(double[] low, double[] high, double[] start, double[] scale) {
        this.low = low.clone();
        this.high = high.clone();
        this.start = start.clone();
        this.scale = scale.clone();
        for (int i = 0; i < start.length; i++) {
            Checks.that(low[i] < high[i], "high", "a number above low, " + low[i], high[i]);
            Checks.inRange("start", start[i], low[i], high[i]);
            Checks.positive("scale", scale[i]);
        }
    }

    /** A box with finite sides, searched from its middle with a third of half a side. */
    public static VectorBox between(double[] low, double[] high) {
        double[] start = new double[low.length];
        double[] scale = new double[low.length];
        Arrays.setAll(start, i -> low[i] + (high[i] - low[i]) / 2);
        Arrays.setAll(scale, i -> (high[i] - low[i]) / 6);
        return new VectorBox(low, high, start, scale);
    }

    /** A cube of {@code n} sides, searched from its middle with a third of half a side. */
    public static VectorBox cube(int n, double low, double high) {
        return between(filled(n, low), filled(n, high));
    }

    /** Vectors of {@code n} numbers without bounds, searched from 0 with this deviation. */
    public static VectorBox unbounded(int n, double scale) {
        return new VectorBox(
                filled(n, Double.NEGATIVE_INFINITY),
                filled(n, Double.POSITIVE_INFINITY),
                new double[n],
                filled(n, scale));
    }

    private static double[] filled(int n, double value) {
        double[] all = new double[n];
        Arrays.fill(all, value);
        return all;
    }

    /** {@code N}. */
    public int size() {
        return start.length;
    }

    /** {@code [N]}. */
    public double[] low() {
        return low;
    }

    /** {@code [N]}. */
    public double[] high() {
        return high;
    }

    /** {@code [N]}. */
    public double[] start() {
        return start;
    }

    /** {@code [N]}. */
    public double[] scale() {
        return scale;
    }

    /** Whether all sides are finite. */
    public boolean bounded() {
        for (int i = 0; i < low.length; i++) {
            if (!Double.isFinite(high[i] - low[i])) {
                return false;
            }
        }
        return true;
    }

    /** Puts each number that lies outside on the side that it crossed. */
    public void clamp(double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Math.min(high[i], Math.max(low[i], vector[i]));
        }
    }

    /**
     * The vector of the box that one outside stands for if sides are mirrors: {@code [N]}, new; the same for one inside. What is least
     * on a side of the box is then least in the middle of what is searched.
     */
    public double[] mirrored(double[] vector) {
        double[] inside = new double[vector.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = mirrored(vector[i], low[i], high[i]);
        }
        return inside;
    }

    private static double mirrored(double x, double low, double high) {
        if (x >= low && x <= high) {
            return x;
        }
        double folded = x < low ? low + (low - x) : high - (x - high);
        if (Double.isFinite(high - low)) {
            double beyond = (folded - low) % (2 * (high - low));
            double once = beyond < 0 ? beyond + 2 * (high - low) : beyond;
            folded = low + Math.min(once, 2 * (high - low) - once);
        }
        return Math.min(high, Math.max(low, folded));
    }

    /** A vector to begin with: uniform between finite sides, normal around the start where there are none. */
    public double[] random(RandomStream random) {
        double[] vector = new double[start.length];
        for (int i = 0; i < vector.length; i++) {
            double side = high[i] - low[i];
            vector[i] = Double.isFinite(side)
                    ? low[i] + side * random.nextDouble()
                    : start[i] + scale[i] * random.nextGaussian();
        }
        clamp(vector);
        return vector;
    }
}
