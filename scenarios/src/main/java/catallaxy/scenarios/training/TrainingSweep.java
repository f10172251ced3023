package catallaxy.scenarios.training;

import catallaxy.scenarios.file.text.Problem;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.report.Absence;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.RunScore;
import catallaxy.scenarios.sweep.SweepKind;
import catallaxy.scenarios.sweep.SweepPlan;
import catallaxy.scenarios.sweep.SweepRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Sweeps whose runs are trainings, in problems or in markets. */
public final class TrainingSweep implements SweepKind<TrainingSummary> {
    /** As plans have it. */
    public static final String NAME = "training";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SweepPlan.Run run(Path scenario, Map<String, String> settings, Consumer<Problem> warned) {
        Experiment read = Experiment.read(scenario, settings);
        read.file().warnings().forEach(warned);
        return new SweepPlan.Run(settings, read.file().configDigest(), read.seed());
    }

    @Override
    public Optional<Begun<TrainingSummary>> begun(Path folder) {
        if (!TrainingFolder.of(folder).exists()) {
            return Optional.empty();
        }
        TrainingRecord record = TrainingRecord.read(folder);
        Optional<TrainingSummary> result = record.completed() ? Optional.of(record.summary()) : Optional.empty();
        return Optional.of(new Begun<>(folder, record.configDigest(), record.seed(), result));
    }

    /** A run as it enters the comparison of the groups. */
    public static MeasuredBoard.Entrant entrant(SweepRun<TrainingSummary> run) {
        Optional<Absence> absence = run.failure()
                .map(Absence::failed)
                .or(() -> run.result().isEmpty() ? Optional.of(Absence.unfinished()) : Optional.empty());
        return new MeasuredBoard.Entrant(
                run.group(),
                "",
                run.result().map(each -> RunScore.of(each.score())).orElse(List.of()),
                absence);
    }
}
