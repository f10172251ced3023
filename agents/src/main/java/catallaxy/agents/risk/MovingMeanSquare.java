package catallaxy.agents.risk;

/**
 * The exponentially weighted mean square of a series, {@code m ← m + w (x² − m)} with {@code w = max(1 − λ, 1 / t)}: the plain
 * mean of the first 1 / (1 − λ) values, and then with decay λ. Mutable, one owner.
 */
public final class MovingMeanSquare {
    private static final double ROUNDING = 1e-12;

    private final double weight;
    private int seen;
    private double mean;

    /**
     * A mean of no values yet, which is 0.
     *
     * @param decay λ, in [0, 1)
     */
    public MovingMeanSquare(double decay) {
        this(1 - decay, 0, 0);
    }

    private MovingMeanSquare(double weight, int seen, double mean) {
        this.weight = weight;
        this.seen = seen;
        this.mean = mean;
    }

    /** An independent one that has seen the same. */
    public MovingMeanSquare copy() {
        return new MovingMeanSquare(weight, seen, mean);
    }

    /** Takes the next value of the series into account, unsquared. */
    public void add(double value) {
        seen++;
        mean += Math.max(weight, 1.0 / seen) * (value * value - mean);
    }

    /** 0 before the first value. */
    public double value() {
        return mean;
    }

    /** Whether so many values were seen as the mean reaches back, 1 / (1 − λ). */
    public boolean isFull() {
        return 1.0 / seen <= weight + ROUNDING;
    }

    /** The deviation of this over that of another; 1 where that is 0. */
    public double deviationOver(MovingMeanSquare other) {
        return other.mean > 0 ? StrictMath.sqrt(mean / other.mean) : 1;
    }
}
