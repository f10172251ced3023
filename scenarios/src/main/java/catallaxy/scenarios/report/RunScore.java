package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a training run is compared by.
 *
 * @param agent the learner whose it is, in a market; else empty
 * @param value finite
 */
public record RunScore(Measure measure, String agent, double value) {
    /** What a summary says: of a problem one figure, of a market those of each learner; none where a run has not ended. */
    public static List<RunScore> of(Map<String, ? extends @Nullable Object> summary) {
        List<RunScore> scores = new ArrayList<>();
        add(scores, Measure.ATTAINED, "", summary);
        if (summary.get("learners") instanceof List<?> learners) {
            for (Object each : learners) {
                if (each instanceof Map<?, ?> learner && learner.get("agent") instanceof String agent) {
                    add(scores, Measure.OVER_BASELINE, agent, learner);
                    add(scores, Measure.TRADING_OVER_BASELINE, agent, learner);
                }
            }
        }
        return scores;
    }

    private static void add(List<RunScore> scores, Measure measure, String agent, Map<?, ?> of) {
        number(of, measure.key())
                .filter(Double::isFinite)
                .ifPresent(value -> scores.add(new RunScore(measure, agent, value)));
    }

    private static Optional<Double> number(Map<?, ?> object, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return object.get(path) instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
        }
        return object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? number(inner, path.substring(dot + 1))
                : Optional.empty();
    }
}
