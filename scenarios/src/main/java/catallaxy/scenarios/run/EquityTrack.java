package catallaxy.scenarios.run;

/**
 * The equity of one agent as it was sampled: running peak, deepest fall from it, and the moments of its returns.
 * Quote units.
 */
final class EquityTrack {
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double peak = Double.NEGATIVE_INFINITY;
    private double maxDrawdown;
    private long returns;
    private double mean;
    private double squares;

    /** Takes the next sample. */
    void add(double equity) {
        if (Double.isNaN(first)) {
            first = equity;
        } else if (last > 0) {
            addReturn(equity / last - 1);
        }
        last = equity;
        peak = Math.max(peak, equity);
        maxDrawdown = Math.max(maxDrawdown, drawdown());
    }

    /** Welford's update. */
    private void addReturn(double value) {
        returns++;
        double delta = value - mean;
        mean += delta / returns;
        squares += delta * (value - mean);
    }

    double first() {
        return first;
    }

    double last() {
        return last;
    }

    /** Fall of the latest sample from the running peak, as a fraction of the peak. */
    double drawdown() {
        return peak > 0 ? (peak - last) / peak : 0;
    }

    /** Largest {@link #drawdown()} so far. */
    double maxDrawdown() {
        return maxDrawdown;
    }

    /** Mean over standard deviation of the returns between samples; NaN where they do not vary. */
    double sharpe() {
        return returns > 1 && squares > 0 ? mean / StrictMath.sqrt(squares / (returns - 1)) : Double.NaN;
    }
}
