package catallaxy.agents.training;

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
            resumeAt(step);
        }
        return due;
    }

    /** Goes on at a step at which all that was due had been done. */
    void resumeAt(long step) {
        next = interval == Long.MAX_VALUE ? interval : interval * (step / interval + 1);
    }
}
