package catallaxy.agents.market;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.check.InvalidValueException;
import java.util.OptionalDouble;

/**
 * How long to train in a market, and what to do on the way. Worlds begin and end their episodes together; what is due is done
 * between two of them.
 *
 * @param rounds             episodes of each world
 * @param worlds             {@code N}, stepped together
 * @param soloWorlds         of these, for each of several learners, in which it is alone among the scenario's own policies; a
 *                           single learner is so in all of them
 * @param episodeNanos       length of an episode; 0 for the scenario's duration
 * @param evaluationEvery    rounds between two evaluations; 0 for none but the last
 * @param evaluationEpisodes whole runs of each evaluation, on held-out seeds; 0 for no evaluation
 * @param checkpointEvery    rounds between two checkpoints; the last round and those with an evaluation have one in any case
 * @param targetEvaluation   sum of the learners' mean scores in an evaluation at which training ends
 * @param patience           evaluations without a better one after which training ends; 0 for never
 */
public record MarketTrainingPlan(
        int rounds,
        int worlds,
        int soloWorlds,
        long episodeNanos,
        int evaluationEvery,
        int evaluationEpisodes,
        int checkpointEvery,
        OptionalDouble targetEvaluation,
        int patience) {
    private static final String WITHOUT_EVALUATIONS =
            " where nothing is evaluated on the way (evaluation-every, evaluation-episodes)";

    public MarketTrainingPlan {
        Checks.inRange("rounds", rounds, 1, 1_000_000);
        Checks.inRange("worlds", worlds, 1, 1024);
        Checks.inRange("solo-worlds", soloWorlds, 0, 1024);
        if (episodeNanos != 0 && episodeNanos < 1_000_000_000L) {
            throw new InvalidValueException("episode", "ns", "0, or 1 s and more", episodeNanos);
        }
        Checks.inRange("evaluation-every", evaluationEvery, 0, 1_000_000);
        Checks.inRange("evaluation-episodes", evaluationEpisodes, 0, 100_000);
        Checks.inRange("checkpoint-every", checkpointEvery, 1, 1_000_000);
        Checks.inRange("patience", patience, 0, 1_000_000);
        boolean evaluates = evaluationEvery > 0 && evaluationEpisodes > 0;
        Checks.that(evaluates || patience == 0, "patience", "0" + WITHOUT_EVALUATIONS, patience);
        Checks.that(
                evaluates || targetEvaluation.isEmpty(),
                "target-evaluation",
                "none" + WITHOUT_EVALUATIONS,
                targetEvaluation);
    }

    /** Whether there are as many worlds as the solo worlds of so many learners together. */
    public boolean hasRoomFor(int learners) {
        return learners < 2 || (long) soloWorlds * learners <= worlds;
    }
}
