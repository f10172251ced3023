package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.sweep.SweepWorker;
import catallaxy.scenarios.training.Experiment;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.nio.file.Path;

/** Trains the runs of a sweep in this process. */
record TrainingHere(TrainingProgram program, TrainingWatch watch) implements SweepWorker<TrainingSummary> {
    @Override
    public TrainingSummary begin(Task task) throws IOException {
        Experiment experiment = Experiment.read(task.scenario(), task.settings());
        return TrainingRun.begin(new TrainingRequest(experiment, experiment.seed(), task.parent(), program), watch);
    }

    @Override
    public TrainingSummary goOn(Task task, Path folder) throws IOException {
        return TrainingRun.resume(folder, program, watch);
    }
}
