package catallaxy.evolution.fitness;

/** What maps observations to outputs, step by step, and may remember. Owned by one thread. */
public interface Controller {
    /** Forgets all that it remembers: an episode begins. */
    default void reset() {}

    /**
     * Answers one observation.
     *
     * @param observation {@code [I]}
     * @param output      {@code [O]}, overwritten
     */
    void act(double[] observation, double[] output);
}
