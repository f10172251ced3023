package catallaxy.environment.api;

/**
 * What one agent sees at one of its epochs.
 *
 * @param agent     id from the scenario
 * @param epoch     0, 1, 2… of this agent
 * @param timeNanos simulated time since the start
 * @param values    {@code [F]} in the order of {@code spec}
 * @param mask      {@code [actions.maskSize()]}, true where an action has an effect now
 * @param account   what the agent has in the market, exactly
 */
@SuppressWarnings("ArrayRecordComponent")
public record Observation(
        String agent,
        long epoch,
        long timeNanos,
        ObservationSpec spec,
        double[] values,
        ActionSpec actions,
        boolean[] mask,
        Account account) {
    public Observation {
        if (values.length != spec.size() || mask.length != actions.maskSize()) {
            throw new IllegalArgumentException("observation of " + agent + ": " + values.length + " values for "
                    + spec.size() + " features, mask " + mask.length + " for " + actions.maskSize());
        }
    }

    /** An observation without an account. */
    public Observation(
            String agent,
            long epoch,
            long timeNanos,
            ObservationSpec spec,
            double[] values,
            ActionSpec actions,
            boolean[] mask) {
        this(agent, epoch, timeNanos, spec, values, actions, mask, Account.NONE);
    }

    /**
     * Value of the named feature.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double value(String feature) {
        return values[spec.index(feature)];
    }

    /**
     * Value of the feature of this meaning.
     *
     * @throws IllegalArgumentException if there is none
     */
    public double value(Meaning meaning) {
        return values[spec.index(meaning)];
    }

    /** Value of the feature at that position of {@code spec}; an index out of range throws. */
    public double value(int feature) {
        return values[feature];
    }
}
