package catallaxy.agents.training;

import catallaxy.environment.base.state.StateReader;

/**
 * How far training has come.
 *
 * @param steps          transitions so far
 * @param episodes       that ended
 * @param lastEvaluation mean return of the latest evaluation; NaN before the first
 * @param bestEvaluation mean return of the best evaluation; NaN before the first
 * @param bestSteps      at which it was made; −1 before the first
 * @param stale          evaluations since the best one
 * @param end            why training ended, if it did
 */
public record TrainingProgress(
        long steps,
        long episodes,
        double lastEvaluation,
        double bestEvaluation,
        long bestSteps,
        int stale,
        TrainingEnd end) {
    /** Before the first step. */
    public static final TrainingProgress NOTHING =
            new TrainingProgress(0, 0, Double.NaN, Double.NaN, -1, 0, TrainingEnd.NOT_YET);

    /**
     * Farther on.
     *
     * @param ended episodes that ended
     */
    public TrainingProgress at(long now, long ended) {
        return new TrainingProgress(now, ended, lastEvaluation, bestEvaluation, bestSteps, stale, end);
    }

    /** After an evaluation at the present step. */
    public TrainingProgress evaluated(double mean) {
        boolean better = bestSteps < 0 || mean > bestEvaluation;
        return new TrainingProgress(
                steps,
                episodes,
                mean,
                better ? mean : bestEvaluation,
                better ? steps : bestSteps,
                better ? 0 : stale + 1,
                end);
    }

    /** With a reason why training ended. */
    public TrainingProgress ended(TrainingEnd reason) {
        return new TrainingProgress(steps, episodes, lastEvaluation, bestEvaluation, bestSteps, stale, reason);
    }

    /** Whether the best evaluation is the one at the present step. */
    boolean isBest() {
        return bestSteps == steps;
    }

    static TrainingProgress load(StateReader in) {
        return new TrainingProgress(
                in.int64(), in.int64(), in.float64(), in.float64(), in.int64(), in.int32(), TrainingEnd.of(in.text()));
    }
}
