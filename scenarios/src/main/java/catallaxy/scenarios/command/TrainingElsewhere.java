package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.sweep.SweepWorker;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Path;

/** Trains each run of a sweep in a process of its own. */
record TrainingElsewhere(TrainingWatch watch) implements SweepWorker<TrainingSummary> {
    @Override
    public TrainingSummary begin(Task task) throws IOException {
        return TrainingProcess.train(task.scenario(), task.settings(), task.parent(), watch);
    }

    @Override
    public TrainingSummary goOn(Task task, Path folder) throws IOException {
        return TrainingProcess.resume(folder, watch);
    }
}
