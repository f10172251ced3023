package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import catallaxy.scenarios.folder.RunResult;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.sweep.Simulating;
import catallaxy.scenarios.sweep.SimulationSweep;
import catallaxy.scenarios.sweep.Sweep;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.sweep.SweepRun;
import catallaxy.scenarios.sweep.SweepWorker;
import catallaxy.scenarios.training.TrainingProgram;
import catallaxy.scenarios.training.TrainingSweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries sweeps through: simulations on threads of this process, trainings in this process or, where several go on at the same time,
 * in others.
 *
 * @param err      for what is said of single runs
 * @param progress of the whole
 * @param signal   that interrupts it
 */
record SweepWork(TrainingProgram program, PrintWriter err, PrintWriter progress, Interruption signal) {
    private static final SimulationSweep SIMULATIONS = new SimulationSweep();
    private static final TrainingSweep TRAININGS = new TrainingSweep();

    /** A new sweep, in a folder below {@code parent}. */
    Answer begin(SweepPlan plan, Path parent) throws IOException {
        return isTraining(plan)
                ? trained(Sweep.create(plan, TRAININGS, parent))
                : simulated(Sweep.create(plan, SIMULATIONS, parent));
    }

    /** A sweep that was begun before. */
    Answer resume(Path folder) throws IOException {
        SweepPlan plan = SweepPlan.in(folder);
        return isTraining(plan)
                ? trained(Sweep.resume(folder, plan, TRAININGS))
                : simulated(Sweep.resume(folder, plan, SIMULATIONS));
    }

    /**
     * What of a sweep has ended, with a report of it in {@code file}.
     *
     * @param widths that are wanted instead of those that the sweep began with; none for these
     */
    static Answer reported(Path folder, List<String> widths, Path file) throws IOException {
        SweepPlan plan = SweepPlan.in(folder);
        if (isTraining(plan)) {
            requireNone(widths);
            return TrainingSweepAnswer.of(folder, Sweep.ended(folder, plan, TRAININGS), file);
        }
        return SimulationSweepAnswer.of(folder, plan.wanting(widths), Sweep.ended(folder, plan, SIMULATIONS), file);
    }

    private static void requireNone(List<String> widths) {
        if (!widths.isEmpty()) {
            throw UserError.usage("--width: expected a sweep of simulations, found one of trainings");
        }
    }

    /** Folders of the runs of a sweep that have ended. */
    static List<Path> runFolders(Path folder) throws IOException {
        SweepPlan plan = SweepPlan.in(folder);
        return isTraining(plan)
                ? runFolders(Sweep.ended(folder, plan, TRAININGS))
                : runFolders(Sweep.ended(folder, plan, SIMULATIONS));
    }

    private static <S extends Record & RunResult> List<Path> runFolders(List<SweepRun<S>> runs) {
        return runs.stream().flatMap(run -> run.runFolder().stream()).toList();
    }

    private static Path report(Path folder) {
        return folder.resolve("report.html");
    }

    private static boolean isTraining(SweepPlan plan) {
        return switch (plan.kind()) {
            case TrainingSweep.NAME -> true;
            case SimulationSweep.NAME -> false;
            default ->
                throw UserError.corrupt("plan.json: kind: expected " + TrainingSweep.NAME + " or "
                        + SimulationSweep.NAME + ", found " + plan.kind());
        };
    }

    private Answer simulated(Sweep<RunSummary> sweep) throws IOException {
        SweepWorker<RunSummary> worker = new Simulating(program.version(), program.userClasses(), signal::requested);
        List<SweepRun<RunSummary>> ended = ended(sweep, worker);
        return SimulationSweepAnswer.of(sweep.folder(), sweep.plan(), ended, report(sweep.folder()));
    }

    private Answer trained(Sweep<TrainingSummary> sweep) throws IOException {
        try (TrainingProgressBar watch =
                new TrainingProgressBar(err, sweep.plan().name(), true, signal)) {
            SweepWorker<TrainingSummary> worker =
                    sweep.plan().jobs() == 1 ? new TrainingHere(program, watch) : new TrainingElsewhere(watch);
            return TrainingSweepAnswer.of(sweep.folder(), ended(sweep, worker), report(sweep.folder()));
        }
    }

    private <S extends Record & RunResult> List<SweepRun<S>> ended(Sweep<S> sweep, SweepWorker<S> worker)
            throws IOException {
        int runs = sweep.plan().runs().size();
        Progress shown = new Progress(progress, "sweep of " + runs + " runs", runs);
        try {
            return sweep.run(worker, done -> shown.at(done, () -> done + " done"));
        } finally {
            shown.done();
        }
    }
}
