package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.TrainingScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** What a training is compared by: of a problem one figure, of a market those of each learner; none where it has no score. */
    public static List<RunScore> of(TrainingScore training) {
        List<RunScore> scores = new ArrayList<>();
        if (training.isOfProblem()) {
            TrainingScore.Referee referee = training.referee();
            scores.add(score(ScoreMeasure.ATTAINED, "", referee.ratio(), why(referee)));
        }
        for (TrainingScore.Learner each : training.learners()) {
            TrainingScore.Difference over = each.overBaseline();
            scores.add(score(
                    ScoreMeasure.OVER_BASELINE, each.agent(), over.reward().mean(), ""));
            scores.add(score(
                    ScoreMeasure.TRADING_OVER_BASELINE,
                    each.agent(),
                    over.trading().mean(),
                    ""));
        }
        return scores;
    }

    private static RunScore score(ScoreMeasure measure, String agent, double value, String why) {
        return Double.isFinite(value)
                ? new RunScore(measure, agent, value)
                : new RunScore(
                        measure,
                        agent,
                        value,
                        Optional.of(Absence.unscored(measure.key() + " is no finite number" + why)));
    }

    private static String why(TrainingScore.Referee referee) {
        return referee.optimum() == 0
                ? ", since the optimum is 0"
                : ": attained " + referee.attained() + " of " + referee.optimum();
    }
}
