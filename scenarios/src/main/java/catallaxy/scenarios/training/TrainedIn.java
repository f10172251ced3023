package catallaxy.scenarios.training;

import catallaxy.agents.training.Checkpoint;
import catallaxy.agents.training.CheckpointManifest;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the learners of a run folder or of a checkpoint were trained in.
 *
 * @param seed of that training
 */
public record TrainedIn(Experiment experiment, long seed) {
    /**
     * Reads it.
     *
     * @param place a run folder, or a checkpoint's folder
     * @throws UserError if there is none (usage), or it is damaged (corrupt)
     */
    public static TrainedIn of(Path place) {
        if (TrainingFolder.of(place).exists()) {
            TrainingRecord record = TrainingRecord.read(place);
            return new TrainedIn(Experiment.of(record), record.seed());
        }
        if (!Files.isDirectory(place)) {
            throw UserError.usage(place + ": expected a checkpoint or a run folder with checkpoints, found none");
        }
        try {
            return of(place, Checkpoint.readManifest(place).origin().training());
        } catch (CorruptStateException damaged) {
            throw UserError.corrupt(String.valueOf(damaged.getMessage()));
        }
    }

    private static TrainedIn of(Path checkpoint, CheckpointManifest.Training training) {
        String name = checkpoint.toString();
        String text = training.configuration();
        Experiment experiment = TrainedMarket.isAt(checkpoint)
                ? new MarketExperiment(ScenarioReader.readText(name, text, Map.of()))
                : new ProblemExperiment(TrainingReader.readText(name, text, Map.of()));
        return new TrainedIn(experiment, training.seed());
    }
}
