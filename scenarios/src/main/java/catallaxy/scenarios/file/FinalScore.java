package catallaxy.scenarios.file;

import catallaxy.agents.training.Trainer;
import java.util.OptionalLong;

/**
 * How what was trained is scored in the end.
 *
 * @param selection which checkpoint
 * @param episodes  whole runs
 * @param fixedSeed of these runs, the same whatever the training's; none for seeds of the training's own, which nothing before used
 */
public record FinalScore(Selection selection, int episodes, OptionalLong fixedSeed) {
    /** From {@code selection}, {@code final-episodes} and {@code final-seed}. */
    static FinalScore read(Section training, int mostEpisodes) {
        return new FinalScore(
                Values.constant(training, "selection", Selection.values()),
                Values.counted(training, "final-episodes", mostEpisodes),
                training.get("final-seed", ValueKind.WHOLE_OR_NONE));
    }

    /**
     * The seed of the runs.
     *
     * @param ofTraining the training's own
     */
    public long seed(long ofTraining) {
        return fixedSeed.orElseGet(() -> Trainer.derivedSeed(ofTraining, "final evaluation"));
    }
}
