package catallaxy.agents.model;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What is particular of a group: the targets so far, by how much they lie above the fit, the errors of the latest predictions.
 * Mutable, one owner.
 */
final class GroupEffect {
    /** As many examples of a group weigh as much as none: what a few of them say is brought towards 0. */
    private static final double SHRINKAGE = 10;

    private static final double SLOWEST = 0.02;

    private PastTargets past = PastTargets.NONE;
    private double offset;
    private long sinceFit;
    private RecentErrors errors = new RecentErrors();
    private ScoreTally tally = new ScoreTally();

    PastTargets past() {
        return past;
    }

    /** By how much the group's targets lie above the fit. */
    double offset() {
        return offset;
    }

    RecentErrors errors() {
        return errors;
    }

    ScoreTally tally() {
        return tally;
    }

    /** Takes a target into account. */
    void add(double target) {
        past = past.plus(target);
    }

    /** Takes into account by how much a target lay above the fit: a mean with forgetting, shrunk towards 0. */
    void residual(double aboveFit) {
        sinceFit++;
        offset += Math.max(SLOWEST, 1 / (sinceFit + SHRINKAGE)) * (aboveFit - offset);
    }

    /** There is a new fit, whose residuals follow. */
    void forgetOffset() {
        offset = 0;
        sinceFit = 0;
    }

    GroupEffect copy() {
        GroupEffect copy = new GroupEffect();
        copy.past = past;
        copy.offset = offset;
        copy.sinceFit = sinceFit;
        copy.errors = errors.copy();
        copy.tally = tally.copy();
        return copy;
    }

    /** Writes what predictions rest on; how well it did belongs to the run and is left out. */
    void save(StateWriter out) {
        out.int64(past.count()).float64(past.mean()).float64(offset).int64(sinceFit);
        errors.save(out);
    }

    static GroupEffect load(StateReader in) {
        GroupEffect loaded = new GroupEffect();
        loaded.past = new PastTargets(in.int64(), in.float64());
        loaded.offset = in.float64();
        loaded.sinceFit = in.int64();
        loaded.errors = RecentErrors.load(in);
        return loaded;
    }
}
