package catallaxy.agents.statistics;

import catallaxy.environment.base.check.Checks;
import org.hipparchus.distribution.continuous.TDistribution;

/** The quantile of Student's t distribution. */
final class StudentQuantile {
    private StudentQuantile() {}

    /**
     * The x of which {@code P(T ≤ x) = p}.
     *
     * @param p       in (0, 1)
     * @param degrees of freedom, positive; need not be whole
     */
    static double of(double p, double degrees) {
        Checks.that(p > 0 && p < 1, "p", "a number between 0 and 1", p);
        return new TDistribution(degrees).inverseCumulativeProbability(p);
    }
}
