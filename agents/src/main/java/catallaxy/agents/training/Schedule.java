package catallaxy.agents.training;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** When something that happens every so many steps is due next. Mutable, one owner. */
final class Schedule {
    private final long interval;
    private long next;

    /** @param interval steps; {@link Long#MAX_VALUE} for never */
    Schedule(long interval) {
        this.interval = interval;
        this.next = interval;
    }

    /** First step at which it is due. */
    long next() {
        return next;
    }

    /** Whether it is due; if so, it is next due at the first multiple of the interval after this step. */
    boolean take(long step) {
        boolean due = step >= next;
        if (due) {
            next = interval * (step / interval + 1);
        }
        return due;
    }

    void save(StateWriter out) {
        out.int64(next);
    }

    void load(StateReader in) {
        next = in.int64();
    }
}
