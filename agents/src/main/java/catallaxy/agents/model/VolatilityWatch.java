package catallaxy.agents.model;

import java.util.Optional;

/** The volatility of one token: its tracker, and the forecasts that are learned from it. Mutable, one owner. */
final class VolatilityWatch {
    private static final long SAMPLE_NANOS = 60_000_000_000L;
    private static final long FORECAST_EVERY_NANOS = 15 * SAMPLE_NANOS;
    private static final long HOUR_NANOS = 60 * SAMPLE_NANOS;
    private static final double BPS = 10_000;
    private static final double MINUTES_OF_A_DAY = 1440;

    private final String token;
    private final VolatilityTracker tracker;
    private long nextForecast;
    private PendingExamples pending = new PendingExamples();

    VolatilityWatch(String token) {
        this(token, new VolatilityTracker(SAMPLE_NANOS));
    }

    private VolatilityWatch(String token, VolatilityTracker tracker) {
        this.token = token;
        this.tracker = tracker;
    }

    VolatilityTracker tracker() {
        return tracker;
    }

    /** Takes a price into account; learns from the forecasts that can be compared now. */
    void add(long now, double price, AuxiliaryModel model) {
        if (!tracker.add(now, price)) {
            return;
        }
        while (pending.isDue(now)) {
            double[] before = pending.take();
            tracker.perDay(1)
                    .ifPresent(
                            known -> model.learn(new ModelExample(token, before, VolatilityForecast.logarithm(known))));
        }
        if (now >= nextForecast) {
            VolatilityForecast.features(tracker).ifPresent(features -> pending.add(now + HOUR_NANOS, features));
            nextForecast = now + FORECAST_EVERY_NANOS;
        }
    }

    /** The volatility that is expected for the next hour, a fraction per root of a day; 0 while nothing is known. */
    double expected(AuxiliaryModel model) {
        Optional<double[]> features = VolatilityForecast.features(tracker);
        return features.map(known ->
                        VolatilityForecast.perDay(model.predict(token, known).value()))
                .orElse(0.0);
    }

    /** The volatility of the last hour in a minute, basis points; 0 while nothing is known. */
    double minuteBps() {
        return BPS * tracker.perDay(1).orElse(0) / StrictMath.sqrt(MINUTES_OF_A_DAY);
    }

    VolatilityWatch copy() {
        VolatilityWatch copy = new VolatilityWatch(token, tracker.copy());
        copy.nextForecast = nextForecast;
        copy.pending = pending.copy();
        return copy;
    }
}
