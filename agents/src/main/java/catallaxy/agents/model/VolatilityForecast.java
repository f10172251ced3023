package catallaxy.agents.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The volatility of the next hour from those of the last 1, 4, 24 and 168 hours: a heterogeneous autoregression of logarithms after
 * Corsi 2009, "A simple approximate long-memory model of realized volatility", https://doi.org/10.1093/jjfinec/nbp001. The naive rule
 * is that it stays what it was in the last hour. Deviation: lookbacks of hours in place of days, weeks and months. Groups are pairs.
 */
public final class VolatilityForecast {
    private static final double SMALLEST = 1e-7;

    /** What is predicted: the natural logarithm of a fraction per root of a day. */
    public static final ModelSpec SPEC = new ModelSpec(
            "volatility", "log per root day", List.of("log_1h", "log_4h", "log_24h", "log_168h"), NaiveRule.feature(0));

    private VolatilityForecast() {}

    /** What the model looks at; empty while the last hour's volatility is not known. */
    public static Optional<double[]> features(VolatilityTracker tracker) {
        double[] features = new double[VolatilityTracker.LOOKBACK_HOURS.size()];
        for (int i = 0; i < features.length; i++) {
            OptionalDouble known = tracker.perDay(VolatilityTracker.LOOKBACK_HOURS.get(i));
            if (known.isEmpty()) {
                return Optional.empty();
            }
            features[i] = logarithm(known.getAsDouble());
        }
        return Optional.of(features);
    }

    /** The target that a volatility is; a price that stands still counts as one that hardly moves. */
    public static double logarithm(double perDay) {
        return StrictMath.log(Math.max(perDay, SMALLEST));
    }

    /** The volatility that a target stands for, a fraction per root of a day. */
    public static double perDay(double logarithm) {
        return StrictMath.exp(logarithm);
    }
}
