package catallaxy.scenarios.training;

import catallaxy.agents.training.CheckpointFolder;
import catallaxy.scenarios.run.RunFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /** What checksums are kept of when a training ends; checkpoints have their own. */
    List<Path> written() {
        return List.of(files.manifest(), files.scenario(), files.command(), files.summary(), files.metrics());
    }

    /** Whether there is a run folder of training here. */
    boolean exists() {
        return Files.isRegularFile(files.manifest()) && Files.isRegularFile(files.scenario());
    }
}
