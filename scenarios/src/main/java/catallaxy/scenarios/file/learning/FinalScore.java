package catallaxy.scenarios.file.learning;

import catallaxy.agents.training.Trainer;
import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import java.util.OptionalLong;

/**
 * How what was trained is scored in the end.
 *
 * @param selection which checkpoint
 * @param episodes  whole runs
 * @param fixedSeed of these runs, the same whatever the training's; none for seeds of the training's own, which nothing before used
 */
public record FinalScore(
        Selection selection,
        @Key("final-episodes") int episodes,
        @Key("final-seed") OptionalLong fixedSeed) {
    public FinalScore {
        Checks.inRange("episodes", episodes, 1, 1_000_000);
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
