package catallaxy.agents.statistics;

/**
 * Returns {@code r = equity / last equity − 1} of a regularly sampled equity, of which moments, sums and quantiles are kept. What
 * they are too few for is {@code NaN}. Owned by one thread.
 */
public final class SampledReturns {
    private double last = Double.NaN;
    private long number;
    private double mean;
    private double squares;
    private double cubes;
    private double fourths;
    private double downside;
    private double gains;
    private double losses;
    private long wins;
    private long defeats;
    private final QuantileSketch sketch = new QuantileSketch();

    /** Returns of nothing. */
    public SampledReturns() {}

    /** Takes the next sample of the equity; after one that is not positive there is no return. */
    public void add(double equity) {
        if (last > 0) {
            addReturn(equity / last - 1);
        }
        last = equity;
    }

    private void addReturn(double value) {
        moments(value);
        sketch.add(value);
        if (value > 0) {
            gains += value;
            wins++;
        } else if (value < 0) {
            losses -= value;
            downside += value * value;
            defeats++;
        }
    }

    /** One-pass update of the central sums: Pébay 2008, https://doi.org/10.2172/1028931, eq. 3.1. */
    private void moments(double value) {
        long before = number++;
        double n = number;
        double delta = value - mean;
        double share = delta / n;
        double term = delta * share * before;
        mean += share;
        fourths += term * share * share * (n * n - 3 * n + 3) + 6 * share * share * squares - 4 * share * cubes;
        cubes += term * share * (n - 2) - 3 * share * squares;
        squares += term;
    }

    /** How many there are. */
    public long number() {
        return number;
    }

    /** Their mean. */
    public double mean() {
        return number > 0 ? mean : Double.NaN;
    }

    /** Standard deviation of the sample. */
    public double deviation() {
        return number > 1 ? StrictMath.sqrt(squares / (number - 1)) : Double.NaN;
    }

    /** Mean over the root of the mean square of the losses, gains counting as 0; Sortino and Price 1994, target 0. */
    public double sortino() {
        return downside > 0 ? mean / StrictMath.sqrt(downside / number) : Double.NaN;
    }

    /** Third standardised moment. */
    public double skewness() {
        return squares > 0 ? StrictMath.sqrt((double) number) * cubes / StrictMath.pow(squares, 1.5) : Double.NaN;
    }

    /** Fourth standardised moment less 3. */
    public double excessKurtosis() {
        return squares > 0 ? number * fourths / (squares * squares) - 3 : Double.NaN;
    }

    /** Share of gains among the returns that are not 0. */
    public double winRate() {
        return wins + defeats > 0 ? (double) wins / (wins + defeats) : Double.NaN;
    }

    /** Sum of the gains over that of the losses. */
    public double profitFactor() {
        return losses > 0 ? gains / losses : Double.NaN;
    }

    /** Mean gain over mean loss. */
    public double payoffRatio() {
        return wins > 0 && defeats > 0 ? gains / wins / (losses / defeats) : Double.NaN;
    }

    /** Loss that 95 % of the returns do not exceed, positive. */
    public double valueAtRisk95() {
        return 0.0 - sketch.quantile(0.05);
    }

    /** Mean of the worst 5 % of the returns as a loss, positive. */
    public double expectedShortfall95() {
        return 0.0 - sketch.meanUpTo(0.05);
    }

    /** The 95 % quantile over the 5 % quantile, without signs. */
    public double tailRatio() {
        double low = Math.abs(sketch.quantile(0.05));
        return low > 0 ? Math.abs(sketch.quantile(0.95)) / low : Double.NaN;
    }
}
