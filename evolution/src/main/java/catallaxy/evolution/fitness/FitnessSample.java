package catallaxy.evolution.fitness;

/** What one trial of a candidate gave. Immutable; arrays are not to be written to. */
public final class FitnessSample {
    private static final double[] NONE = {};

    private final double[] values;
    private final double[] behaviour;
    private final boolean valid;

    private FitnessSample(double[] values, double[] behaviour, boolean valid) {
        this.values = values;
        this.behaviour = behaviour;
        this.valid = valid;
    }

    /**
     * A trial that ended as it should; invalid if a number in it is not finite.
     *
     * @param values {@code [M]}, in the objectives' own directions; kept, not copied
     */
    public static FitnessSample of(double... values) {
        return new FitnessSample(values, NONE, finite(values));
    }

    /**
     * A trial that showed a behaviour, too; invalid if a number in it is not finite.
     *
     * @param values    {@code [M]}, as in {@link #of}
     * @param behaviour {@code [D]}, one number for each of the task's descriptors; kept, not copied
     */
    public static FitnessSample of(double[] values, double[] behaviour) {
        return new FitnessSample(values, behaviour, finite(values) && finite(behaviour));
    }

    /** A trial that came to nothing: the candidate was ruined, diverged, or could not be tried. */
    public static FitnessSample invalid() {
        return new FitnessSample(NONE, NONE, false);
    }

    /** {@code [M]}, in the objectives' own directions; only of a valid one. */
    public double[] values() {
        return values;
    }

    /** {@code [D]}; empty where the task describes no behaviour. */
    public double[] behaviour() {
        return behaviour;
    }

    /** Whether it says anything about the candidate but that it failed. */
    public boolean valid() {
        return valid;
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
