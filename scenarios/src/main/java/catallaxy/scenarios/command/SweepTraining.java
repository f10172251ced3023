package catallaxy.scenarios.command;

import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.training.Experiment;
import catallaxy.scenarios.training.Sweep;
import catallaxy.scenarios.training.SweepRun;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Carries a sweep through: in this process, or in others where several runs go on at the same time. */
final class SweepTraining {
    private SweepTraining() {}

    /**
     * Trains what is left to train.
     *
     * @param signal that interrupts it
     * @param quiet whether to say nothing on the way
     */
    static SweepAnswer finished(
            Sweep sweep, TrainingProgram program, PrintWriter err, boolean quiet, Interruption signal)
            throws IOException {
        try (TrainingProgressBar watch =
                new TrainingProgressBar(err, sweep.plan().name(), true, signal)) {
            Sweep.Worker worker = sweep.plan().jobs() == 1 ? new Here(program, watch) : new Elsewhere(watch);
            PrintWriter said = quiet ? new PrintWriter(Writer.nullWriter()) : err;
            List<SweepRun> ended = shown(sweep, worker, said);
            return SweepAnswer.of(sweep.folder(), ended);
        }
    }

    private static List<SweepRun> shown(Sweep sweep, Sweep.Worker worker, PrintWriter err) throws IOException {
        int runs = sweep.plan().runs().size();
        Progress progress = new Progress(err, "sweep of " + runs + " runs", runs);
        try {
            return sweep.run(worker, done -> progress.at(done, () -> done + " done"));
        } finally {
            progress.done();
        }
    }

    private record Here(TrainingProgram program, TrainingWatch watch) implements Sweep.Worker {
        @Override
        public TrainingSummary train(Path scenario, Map<String, String> settings, Path parent) throws IOException {
            Experiment experiment = Experiment.read(scenario, settings);
            return TrainingRun.begin(new TrainingRequest(experiment, experiment.seed(), parent, program), watch);
        }

        @Override
        public TrainingSummary resume(Path runFolder) throws IOException {
            return TrainingRun.resume(runFolder, program, watch);
        }
    }

    private record Elsewhere(TrainingWatch watch) implements Sweep.Worker {
        @Override
        public TrainingSummary train(Path scenario, Map<String, String> settings, Path parent) throws IOException {
            return TrainingProcess.train(scenario, settings, parent, watch);
        }

        @Override
        public TrainingSummary resume(Path runFolder) throws IOException {
            return TrainingProcess.resume(runFolder, watch);
        }
    }
}
