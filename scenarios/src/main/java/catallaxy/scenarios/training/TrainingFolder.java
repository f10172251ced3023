package catallaxy.scenarios.training;

import catallaxy.agents.training.CheckpointFolder;
import catallaxy.scenarios.run.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of a training run. */
record TrainingFolder(RunFiles files) {
    static TrainingFolder of(Path folder) {
        return new TrainingFolder(new RunFiles(folder));
    }

    Path folder() {
        return files.folder();
    }

    Path metrics() {
        return files.metrics();
    }

    Path tensorboard() {
        return folder().resolve("tensorboard");
    }

    CheckpointFolder checkpoints() {
        return new CheckpointFolder(folder().resolve("checkpoints"));
    }

    /** Whether there is a run folder of training here. */
    boolean exists() {
        return Files.isRegularFile(files.manifest()) && Files.isRegularFile(files.scenario());
    }
}
