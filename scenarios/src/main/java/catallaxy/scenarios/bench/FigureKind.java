package catallaxy.scenarios.bench;

/** How the time of a round becomes the figure of a benchmark. */
public enum FigureKind {
    /** Operations in a second; more is better. */
    OPERATIONS_PER_SECOND(true) {
        @Override
        double value(int operations, long nanos) {
            return operations * 1e9 / nanos;
        }
    },
    /** Microseconds for one operation; less is better. */
    MICROSECONDS_PER_OPERATION(false) {
        @Override
        double value(int operations, long nanos) {
            return nanos / 1e3 / operations;
        }
    },
    /** Seconds for one operation; less is better. */
    SECONDS_PER_OPERATION(false) {
        @Override
        double value(int operations, long nanos) {
            return nanos / 1e9 / operations;
        }
    },
    /** What the workload itself has found in a round, whatever its time; less is better. */
    OWN(false) {
        @Override
        double value(int operations, long nanos) {
            throw new IllegalStateException("the figure is the workload's own");
        }
    };

    private final boolean higherIsBetter;

    FigureKind(boolean higherIsBetter) {
        this.higherIsBetter = higherIsBetter;
    }

    /** Whether a larger figure is the better one. */
    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** The figure of a round. */
    double value(Workload workload, int operations, long nanos) {
        return this == OWN ? workload.figure() : value(operations, nanos);
    }

    /** The figure for so many operations in so many nanoseconds. */
    abstract double value(int operations, long nanos);
}
