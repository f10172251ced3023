package catallaxy.agents.model;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * One of those that could speak for a group: by how much the group's targets lie above what it says, and by how much it errs of late.
 * Mutable, one owner.
 */
final class Expert {
    /** As many examples weigh as much as none: what a few of them say is brought towards 0. */
    private static final double SHRINKAGE = 2;

    private static final double SLOWEST = 0.02;
    private static final double FORGETTING = 0.05;
    private static final int FEWEST_TRIALS = 5;

    private double offset;
    private long sinceFit;
    private double error;
    private long trials;

    /** By how much the group's targets lie above what it says. */
    double offset() {
        return offset;
    }

    /** Mean absolute error of late; infinite while it was tried too rarely. */
    double error() {
        return trials < FEWEST_TRIALS ? Double.POSITIVE_INFINITY : error;
    }

    /** Takes into account how far off it was on what it had not seen. */
    void tried(double absoluteError) {
        trials++;
        error += Math.max(FORGETTING, 1.0 / trials) * (absoluteError - error);
    }

    /** Takes into account by how much a target lay above what it says: a mean with forgetting, shrunk towards 0. */
    void residual(double above) {
        sinceFit++;
        offset += Math.max(SLOWEST, 1 / (sinceFit + SHRINKAGE)) * (above - offset);
    }

    /** It says something else from now on; the residuals follow. */
    void renewed() {
        offset = 0;
        sinceFit = 0;
    }

    Expert copy() {
        Expert copy = new Expert();
        copy.offset = offset;
        copy.sinceFit = sinceFit;
        copy.error = error;
        copy.trials = trials;
        return copy;
    }

    void save(StateWriter out) {
        out.float64(offset).int64(sinceFit).float64(error).int64(trials);
    }

    static Expert load(StateReader in) {
        Expert loaded = new Expert();
        loaded.offset = in.float64();
        loaded.sinceFit = in.int64();
        loaded.error = in.float64();
        loaded.trials = in.int64();
        return loaded;
    }
}
