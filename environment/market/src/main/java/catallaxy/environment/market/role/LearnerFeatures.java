package catallaxy.environment.market.role;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Observation;
import java.util.function.ToDoubleFunction;

/**
 * Where a role lists what a learner sees of its seat: numbers without units and of the order of one, whatever the prices and the size of
 * the portfolio, and what has changed since the epochs before. What is listed belongs to one agent in one run, and sees each epoch once.
 */
public interface LearnerFeatures {
    /** Adds a number under a name; it is cut at ±10. */
    void add(String name, ToDoubleFunction<Observation> value);

    /** Adds a number with a meaning; it is cut at ±10. */
    default void add(Meaning meaning, ToDoubleFunction<Observation> value) {
        add(meaning.name(), value);
    }

    /** Adds an observed feature as it is, which the learner had better normalise. */
    void asObserved(Feature feature);

    /**
     * A value against its exponentially weighted mean over the epochs before, {@code value / mean − 1}; 0 at the first epoch. Used by one
     * feature.
     *
     * @param epochs that the mean reaches back; 1 for the epoch before
     */
    ToDoubleFunction<Observation> departure(int epochs, ToDoubleFunction<Observation> value);

    /**
     * What flowed in an epoch against the mean of the epochs before; 0 while there are none. Used by one feature.
     *
     * @param epochs that the mean reaches back at most
     */
    ToDoubleFunction<Observation> flow(int epochs, ToDoubleFunction<Observation> value);

    /** The returns of a value from epoch to epoch. */
    Returns returns(ToDoubleFunction<Observation> value);

    /** How the returns of a value vary. */
    interface Returns {
        /** Exponentially weighted deviation of one epoch's return; 0 before the first. */
        double deviation(Observation now);

        /** Logarithm of the present deviation over the usual one: above 0 in stress, below in calm. */
        double regime(Observation now);

        /** Value at risk of one epoch, a fraction; 0 before there are returns enough. */
        double valueAtRisk(Observation now);

        /** Expected shortfall of one epoch, a fraction; 0 before there are returns enough. */
        double expectedShortfall(Observation now);
    }

    /** {@code a / b}; 0 without b. */
    static double ratio(double a, double b) {
        return b == 0 ? 0 : a / b;
    }

    /** {@code a / b − 1}; 0 without b. */
    static double relative(double a, double b) {
        return b == 0 ? 0 : a / b - 1;
    }
}
