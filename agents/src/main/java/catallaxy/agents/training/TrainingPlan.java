package catallaxy.agents.training;

import catallaxy.environment.base.check.Checks;
import java.util.OptionalDouble;

/**
 * How long to train, and what to do on the way. What is due at a step happens at the learners' next common boundary.
 *
 * @param steps              transitions of all learners over all worlds
 * @param worlds             {@code N}, stepped together
 * @param evaluationEpisodes of each evaluation; 0 for no evaluation
 * @param intervals          between what is done on the way
 * @param goals              at which training ends before its time
 */
public record TrainingPlan(long steps, int worlds, int evaluationEpisodes, Intervals intervals, Goals goals) {
    private static final long MOST_STEPS = 1_000_000_000_000L;

    /** Checks each; the error names the field. */
    public TrainingPlan {
        Checks.inRange("steps", steps, 1, MOST_STEPS);
        Checks.inRange("worlds", worlds, 1, 65_536);
        Checks.inRange("evaluationEpisodes", evaluationEpisodes, 0, 1_000_000);
    }

    /**
     * Steps between what is done on the way.
     *
     * @param measureEvery    between two lines of metrics; 0 for a two-hundredth of all
     * @param evaluationEvery between two evaluations; 0 for a twentieth of all
     * @param checkpointEvery between two checkpoints; 0 for a tenth of all
     */
    public record Intervals(long measureEvery, long evaluationEvery, long checkpointEvery) {
        /** Checks each; the error names the field. */
        public Intervals {
            Checks.inRange("measureEvery", measureEvery, 0, MOST_STEPS);
            Checks.inRange("evaluationEvery", evaluationEvery, 0, MOST_STEPS);
            Checks.inRange("checkpointEvery", checkpointEvery, 0, MOST_STEPS);
        }
    }

    /**
     * What ends a training before its time.
     *
     * @param targetEvaluation mean reward of an evaluation
     * @param targetRollout    mean return of the latest 100 training episodes
     * @param patience         evaluations without a better one; 0 for never
     */
    public record Goals(OptionalDouble targetEvaluation, OptionalDouble targetRollout, int patience) {
        /** Checks the patience; the error names the field. */
        public Goals {
            Checks.inRange("patience", patience, 0, 1_000_000);
        }
    }

    long measureInterval() {
        return interval(intervals.measureEvery(), 200);
    }

    /** Never where nothing is evaluated. */
    long evaluationInterval() {
        return evaluationEpisodes == 0 ? Long.MAX_VALUE : interval(intervals.evaluationEvery(), 20);
    }

    long checkpointInterval() {
        return interval(intervals.checkpointEvery(), 10);
    }

    private long interval(long said, int parts) {
        return said > 0 ? said : Math.max(1, steps / parts);
    }
}
