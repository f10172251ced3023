package catallaxy.scenarios.run;

import catallaxy.agents.statistics.Drawdowns;
import catallaxy.agents.statistics.SampledReturns;

/** The equity of one agent as it was sampled: running peak, falls from it, and its returns. Quote units. */
final class EquityTrack {
    private final SampledReturns returns = new SampledReturns();
    private final Drawdowns drawdowns = new Drawdowns();
    private double first = Double.NaN;
    private double last = Double.NaN;
    private double peak = Double.NEGATIVE_INFINITY;

    /** Takes the next sample. */
    void add(double seconds, double equity) {
        first = Double.isNaN(first) ? equity : first;
        last = equity;
        peak = Math.max(peak, equity);
        returns.add(equity);
        drawdowns.add(seconds, equity);
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
        return drawdowns.deepest().depth();
    }

    /** Mean over standard deviation of the returns between samples; NaN where they do not vary. */
    double sharpe() {
        return returns.deviation() > 0 ? returns.mean() / returns.deviation() : Double.NaN;
    }

    SampledReturns returns() {
        return returns;
    }

    Drawdowns drawdowns() {
        return drawdowns;
    }
}
