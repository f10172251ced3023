package catallaxy.agents.planning;

/** Is told what searches of a planner found, to learn from it. */
public interface Lessons {
    /** Listens to nothing. */
    Lessons NONE = new Lessons() {
        @Override
        public void searched(float[][] rows, double... values) {
            // nobody learns
        }

        @Override
        public void followed(float[] row, double earned) {
            // nobody learns
        }
    };

    /**
     * A search has ended.
     *
     * @param rows   {@code [moves, width]}, of the moves that were tried
     * @param values {@code [moves]}, the means of what they earned up to the horizon, quote units
     */
    void searched(float[][] rows, double... values);

    /**
     * A future was played out by the follower.
     *
     * @param row    of the best proposal where it began
     * @param earned from there to the horizon, quote units
     */
    void followed(float[] row, double earned);
}
