package catallaxy.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a training run is compared by.
 *
 * @param agent   the learner whose it is, in a market; else empty
 * @param value   finite, unless it is absent
 * @param absence why it is not finite; none where it is
 */
public record RunScore(ScoreMeasure measure, String agent, double value, Optional<Absence> absence) {
    /** A figure that is there. */
    public RunScore(ScoreMeasure measure, String agent, double value) {
        this(measure, agent, value, Optional.empty());
    }

    /** What a summary says: of a problem one figure, of a market those of each learner; none where a run has not ended. */
    public static List<RunScore> of(Map<String, ? extends @Nullable Object> summary) {
        List<RunScore> scores = new ArrayList<>();
        if (summary.get("referee") instanceof Map<?, ?> referee) {
            scores.add(score(ScoreMeasure.ATTAINED, "", summary, ofReferee(referee)));
        }
        if (summary.get("learners") instanceof List<?> learners) {
            for (Object each : learners) {
                if (each instanceof Map<?, ?> learner && learner.get("agent") instanceof String agent) {
                    scores.add(score(ScoreMeasure.OVER_BASELINE, agent, learner, ""));
                    scores.add(score(ScoreMeasure.TRADING_OVER_BASELINE, agent, learner, ""));
                }
            }
        }
        return scores;
    }

    private static RunScore score(ScoreMeasure measure, String agent, Map<?, ?> of, String why) {
        double value = number(of, measure.key());
        return Double.isFinite(value)
                ? new RunScore(measure, agent, value)
                : new RunScore(
                        measure,
                        agent,
                        value,
                        Optional.of(Absence.unscored(measure.key() + " is no finite number" + why)));
    }

    private static String ofReferee(Map<?, ?> referee) {
        double optimum = number(referee, "optimum");
        double attained = number(referee, "attained");
        return optimum == 0 ? ", since the optimum is 0" : ": attained " + attained + " of " + optimum;
    }

    private static double number(Map<?, ?> object, String path) {
        int dot = path.indexOf('.');
        if (dot < 0) {
            return object.get(path) instanceof Number number ? number.doubleValue() : Double.NaN;
        }
        return object.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? number(inner, path.substring(dot + 1))
                : Double.NaN;
    }
}
