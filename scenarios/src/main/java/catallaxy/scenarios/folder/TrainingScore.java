package catallaxy.scenarios.folder;

import java.util.List;
import java.util.Map;

/**
 * What was learned, in new episodes: in a problem against the known answer, in a market each learner against the scenario's own
 * policy and a random one in its seat. Unknown numbers are {@code NaN}.
 *
 * @param evaluation of a problem
 * @param referee    the known answer of a problem; its name is empty in a market
 * @param mistakes   share of the decisions in a problem that lose what a better one would keep, by class of states
 * @param learners   of a market
 */
public record TrainingScore(
        Episodes evaluation, Referee referee, Map<String, Double> mistakes, List<Learner> learners) {
    /** Mean and deviation (n − 1) of the returns of so many episodes, and their mean length. */
    public record Episodes(double mean, double std, double episodes, double meanLength) {}

    /**
     * A known answer.
     *
     * @param optimum  in its units, as {@code attained}
     * @param ratio    1 for all of the optimum
     * @param figures  what else it tells, by name
     */
    public record Referee(
            String name,
            double optimum,
            double attained,
            double ratio,
            @Inline Map<String, Double> figures) {}

    /**
     * A learner of a market.
     *
     * @param evaluation   with its policy in its seat, and the scenario's own in all others
     * @param together     the same with the learned policies of all others in their seats
     * @param baseline     with the scenario's own policy in its seat
     * @param random       with a random one
     * @param overBaseline what {@code evaluation} is more than {@code baseline}, as {@code overRandom}
     */
    public record Learner(
            String agent,
            String algorithm,
            Scores evaluation,
            Together together,
            Baseline baseline,
            Scores random,
            Difference overBaseline,
            Difference overRandom) {}

    /** Means and deviations (n − 1) of the rewards over holding of so many whole runs, and of the same at the world's prices. */
    public record Scores(double mean, double std, double tradingMean, double tradingStd, double episodes) {}

    /** The scores of a policy that the scenario names. */
    public record Baseline(String policy, @Inline Scores scores) {}

    /** Scores among the learned policies of all others, with its own and with the scenario's own policy in its seat. */
    public record Together(@Inline Scores scores, Scores baseline, Difference overBaseline) {
        /** Whether it was played. */
        public boolean isKnown() {
            return Double.isFinite(scores.mean());
        }
    }

    /** A mean over runs on equal seeds, with a bootstrap interval. */
    public record Interval(double mean, double low, double high, double confidence) {}

    /** The differences of both scores. */
    public record Difference(@Inline Interval reward, Interval trading) {}

    /** In a problem. */
    public static TrainingScore of(Episodes evaluation, Referee referee, Map<String, Double> mistakes) {
        return new TrainingScore(evaluation, referee, mistakes, List.of());
    }

    /** In a market. */
    public static TrainingScore of(List<Learner> learners) {
        return new TrainingScore(
                new Episodes(Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                new Referee("", Double.NaN, Double.NaN, Double.NaN, Map.of()),
                Map.of(),
                learners);
    }

    /** Whether it is of a problem, whose answer is known. */
    public boolean isOfProblem() {
        return !referee.name().isEmpty();
    }
}
