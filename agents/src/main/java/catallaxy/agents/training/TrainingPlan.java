package catallaxy.agents.training;

import catallaxy.environment.base.check.Checks;
import java.util.OptionalDouble;

/**
 * How long to train, and what to do on the way. What is due at a step happens at the learner's next boundary.
 *
 * @param steps              transitions over all worlds
 * @param worlds             {@code N}, stepped together
 * @param measureEvery       steps between two lines of metrics; 0 for a two-hundredth of all
 * @param evaluationEvery    steps between two evaluations; 0 for a twentieth of all
 * @param evaluationEpisodes of each evaluation; 0 for no evaluation
 * @param checkpointEvery    steps between two checkpoints; 0 for a tenth of all
 * @param targetEvaluation   mean return of an evaluation at which training ends
 * @param targetRollout      mean return of the latest 100 training episodes at which training ends
 * @param patience           evaluations without a better one after which training ends; 0 for never
 */
public record TrainingPlan(
        long steps,
        int worlds,
        long measureEvery,
        long evaluationEvery,
        int evaluationEpisodes,
        long checkpointEvery,
        OptionalDouble targetEvaluation,
        OptionalDouble targetRollout,
        int patience) {
    private static final long MOST_STEPS = 1_000_000_000_000L;

    public TrainingPlan {
        Checks.inRange("steps", steps, 1, MOST_STEPS);
        Checks.inRange("worlds", worlds, 1, 65_536);
        Checks.inRange("measure-every", measureEvery, 0, MOST_STEPS);
        Checks.inRange("evaluation-every", evaluationEvery, 0, MOST_STEPS);
        Checks.inRange("evaluation-episodes", evaluationEpisodes, 0, 1_000_000);
        Checks.inRange("checkpoint-every", checkpointEvery, 0, MOST_STEPS);
        Checks.inRange("patience", patience, 0, 1_000_000);
    }

    long measureInterval() {
        return measureEvery > 0 ? measureEvery : share(200);
    }

    /** Never where nothing is evaluated. */
    long evaluationInterval() {
        if (evaluationEpisodes == 0) {
            return Long.MAX_VALUE;
        }
        return evaluationEvery > 0 ? evaluationEvery : share(20);
    }

    long checkpointInterval() {
        return checkpointEvery > 0 ? checkpointEvery : share(10);
    }

    private long share(int parts) {
        return Math.max(1, steps / parts);
    }
}
