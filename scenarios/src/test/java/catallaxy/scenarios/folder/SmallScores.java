package catallaxy.scenarios.folder;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Scores and summaries for tests that need no training behind them. */
public final class SmallScores {
    /** No score at all. */
    public static final TrainingScore NONE = TrainingScore.of(List.of());

    private SmallScores() {}

    /** Attained of an optimum. */
    public static TrainingScore attained(double attained, double optimum) {
        return TrainingScore.of(
                new TrainingScore.Episodes(attained, 1, 10, 5),
                new TrainingScore.Referee("known", optimum, attained, attained / optimum, Map.of()),
                Map.of());
    }

    /** A learner that earns so much more than its baseline, by both scores. */
    public static TrainingScore.Learner learner(String agent, double over, double tradingOver) {
        return learner(agent, scores(over, tradingOver), scores(0, 0), scores(over, tradingOver));
    }

    /** A learner with these scores alone, of its baseline and of a random policy; what it earns together is the same. */
    public static TrainingScore.Learner learner(
            String agent, TrainingScore.Scores learned, TrainingScore.Scores baseline, TrainingScore.Scores random) {
        TrainingScore.Difference over = difference(learned, baseline);
        return new TrainingScore.Learner(
                agent,
                "ppo",
                learned,
                new TrainingScore.Together(learned, baseline, over),
                new TrainingScore.Baseline("own", baseline),
                random,
                over,
                difference(learned, random));
    }

    /** Means of ten runs. */
    public static TrainingScore.Scores scores(double mean, double tradingMean) {
        return new TrainingScore.Scores(mean, 1, tradingMean, 1, 10);
    }

    private static TrainingScore.Difference difference(TrainingScore.Scores one, TrainingScore.Scores other) {
        return new TrainingScore.Difference(
                interval(one.mean() - other.mean()), interval(one.tradingMean() - other.tradingMean()));
    }

    private static TrainingScore.Interval interval(double mean) {
        return new TrainingScore.Interval(mean, mean - 1, mean + 1, 0.95);
    }

    /** The summary of a training of ten steps with such a score. */
    public static TrainingSummary summary(TrainingScore score) {
        return new TrainingSummary(
                new TrainingSummary.Subject("ppo", "coins", "coins", OptionalLong.of(1)),
                TrainingSummary.Course.of(10),
                List.of(),
                score,
                new TrainingSummary.Place("run/checkpoints/c", 10, "run"));
    }
}
