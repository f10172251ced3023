package catallaxy.scenarios.bench;

/** Work that can be repeated at will. */
public interface Workload {
    /** Goes back to the start, before each round and outside its time, where {@link #run} would have to do more than is measured. */
    default void prepare() {}

    /**
     * Does the first operations of the workload, from the same start each time.
     *
     * @return a checksum of what was computed, equal for an equal count, so that no work can be left out unseen
     * @throws MissedEndException if it did not come to its end
     */
    long run(int operations);

    /**
     * What the last round came to, where its time says nothing: of benchmarks whose figure is {@link FigureKind#OWN}.
     *
     * @throws IllegalStateException if time says it all
     */
    default double figure() {
        throw new IllegalStateException("the figure is made of the time of a round");
    }
}
