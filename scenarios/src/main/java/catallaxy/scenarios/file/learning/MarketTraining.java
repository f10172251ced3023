package catallaxy.scenarios.file.learning;

import catallaxy.agents.market.MarketRounds;
import catallaxy.agents.training.TrainingPlan;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * How learners are trained in a market. What is done on the way is counted in rounds.
 *
 * @param learners           who learns in which seat, in the order of the agents; there may be none
 * @param rounds             the worlds, and how often they are played
 * @param evaluationEvery    rounds between two evaluations; 0 for none but the last
 * @param evaluationEpisodes whole runs of each evaluation, on held-out seeds; 0 for no evaluation
 * @param checkpointEvery    rounds between two checkpoints; the last round and the best evaluation have one in any case
 * @param goals              the target is that of the sum of the learners' mean scores
 * @param finalScore         what is made of it in the end
 * @param compute            what computes the networks
 */
public record MarketTraining(
        List<SeatLearnerSpec> learners,
        MarketRounds rounds,
        int evaluationEvery,
        int evaluationEpisodes,
        int checkpointEvery,
        TrainingPlan.Goals goals,
        FinalScore finalScore,
        ComputeChoice compute) {
    private static final String WITHOUT_EVALUATIONS =
            " where nothing is evaluated on the way (evaluation-every, evaluation-episodes)";

    /** Checks each; the error names its key. */
    public MarketTraining {
        learners = List.copyOf(learners);
        Checks.inRange("evaluationEvery", evaluationEvery, 0, 1_000_000);
        Checks.inRange("evaluationEpisodes", evaluationEpisodes, 0, 100_000);
        Checks.inRange("checkpointEvery", checkpointEvery, 1, 1_000_000);
        Checks.inRange("finalEpisodes", finalScore.episodes(), 1, 100_000);
        boolean evaluates = evaluationEvery > 0 && evaluationEpisodes > 0;
        Checks.that(evaluates || goals.patience() == 0, "patience", "0" + WITHOUT_EVALUATIONS, goals.patience());
        Checks.that(
                evaluates || goals.targetEvaluation().isEmpty(),
                "targetEvaluation",
                "none" + WITHOUT_EVALUATIONS,
                goals.targetEvaluation());
    }

    /** The same with learners that have all that they need. */
    public MarketTraining bound(LearnerBinding binding) {
        return new MarketTraining(
                learners.stream().map(each -> each.bound(binding)).toList(),
                rounds,
                evaluationEvery,
                evaluationEpisodes,
                checkpointEvery,
                goals,
                finalScore,
                compute);
    }

    /**
     * The plan in transitions.
     *
     * @param stepsOfRound transitions of all learners in a round
     */
    public TrainingPlan plan(long stepsOfRound) {
        int most = rounds.rounds();
        int evaluating = evaluationEvery == 0 ? most : Math.min(evaluationEvery, most);
        return new TrainingPlan(
                most * stepsOfRound,
                rounds.worlds(),
                evaluationEpisodes,
                new TrainingPlan.Intervals(
                        stepsOfRound, evaluating * stepsOfRound, Math.min(checkpointEvery, most) * stepsOfRound),
                goals);
    }
}
