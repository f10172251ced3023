package catallaxy.agents.seat;

/** What a trader still has to trade of what it decided before, in equal parts an epoch. One agent in one run; mutable. */
final class WorkingTrades {
    /** {@code [A]}: the part of each epoch, and the epochs that are left. */
    private final double[] parts;

    private final int[] epochs;

    WorkingTrades(int components) {
        parts = new double[components];
        epochs = new int[components];
    }

    /** Has from now on the same left as another of as many components. */
    void take(WorkingTrades other) {
        System.arraycopy(other.parts, 0, parts, 0, parts.length);
        System.arraycopy(other.epochs, 0, epochs, 0, epochs.length);
    }

    /** What is left of a component's trade. */
    double left(int component) {
        return parts[component] * epochs[component];
    }

    /**
     * The part of this epoch.
     *
     * @param value decided now
     * @param frame epochs over which to trade it, which replaces what is left; 0 to go on with that
     */
    double next(int component, double value, int frame) {
        if (frame > 0) {
            parts[component] = value / frame;
            epochs[component] = frame;
        }
        if (epochs[component] == 0) {
            return 0;
        }
        epochs[component]--;
        return parts[component];
    }
}
