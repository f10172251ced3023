package catallaxy.agents.model;

/** What somebody without a model would expect: the rule that a model has to beat on what it has not seen. */
@FunctionalInterface
public interface NaiveRule {
    /** That nothing happens. */
    NaiveRule ZERO = (features, past) -> 0;

    /** The mean of the group so far. */
    NaiveRule MEAN = (features, past) -> past.mean();

    /**
     * The expected target.
     *
     * @param features {@code [F]}
     * @param past     of the same group
     */
    double predict(double[] features, PastTargets past);

    /** That what is expected is one of the features. */
    static NaiveRule feature(int index) {
        return (features, past) -> features[index];
    }
}
