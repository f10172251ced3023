package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.agents.statistics.PerformanceProfile;
import catallaxy.agents.statistics.ScoreSummary;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.report.Absence;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.report.RunCount;
import catallaxy.scenarios.report.ScoreBoard;
import catallaxy.scenarios.sweep.SweepRun;
import catallaxy.scenarios.training.TrainingSweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The groups of a sweep of trainings side by side.
 *
 * @param report that compares the runs; none where all failed
 */
record TrainingSweepAnswer(
        Path folder, List<SweepRun<TrainingSummary>> runs, List<MeasuredBoard> boards, Optional<Path> report)
        implements Answer {
    /** The answer for runs that have ended; writes the report that compares them. */
    static TrainingSweepAnswer of(Path folder, List<SweepRun<TrainingSummary>> runs, Path file) throws IOException {
        Map<Path, String> groups = new LinkedHashMap<>();
        runs.forEach(run -> run.runFolder().ifPresent(made -> groups.put(made, run.group())));
        List<MeasuredBoard.Entrant> failed = runs.stream()
                .filter(run -> run.runFolder().isEmpty())
                .map(TrainingSweep::entrant)
                .toList();
        Optional<Path> report = groups.isEmpty() ? Optional.empty() : Optional.of(file);
        if (report.isPresent()) {
            Report.compare(groups, failed, report.get());
        }
        List<MeasuredBoard> boards =
                MeasuredBoard.of(runs.stream().map(TrainingSweep::entrant).toList());
        return new TrainingSweepAnswer(folder, runs, boards, report);
    }

    @Override
    public ExitCode exitCode() {
        boolean all = runs.stream().allMatch(run -> run.failure().isEmpty());
        return all ? ExitCode.OK : ExitCode.FAILED;
    }

    @Override
    public void print(PrintWriter out) {
        TrainingSweepTables.of(boards).print(out);
        runs.forEach(run -> run.failure().ifPresent(why -> out.println("failed: " + run.settings() + ": " + why)));
        out.println("folder  " + folder);
        report.ifPresent(file -> out.println("report  " + file));
    }

    @Override
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "groups",
                boards.stream()
                        .flatMap(each -> each.board().rows().stream().map(row -> json(each, row)))
                        .toList());
        json.put(
                "contrasts",
                boards.stream()
                        .flatMap(each -> each.board().contrasts().stream().map(contrast -> json(each, contrast)))
                        .toList());
        json.put("runs", runs.stream().map(SweepRun::json).toList());
        json.put("folder", folder.toString());
        report.ifPresent(file -> json.put("report", file.toString()));
        return json;
    }

    /** What the figures are of. */
    private static Map<String, Object> subject(MeasuredBoard board) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("score", board.measure().key());
        if (!board.agent().isEmpty()) {
            json.put("agent", board.agent());
        }
        return json;
    }

    private static Map<String, ?> json(MeasuredBoard of, ScoreBoard.Row row) {
        RunCount count = row.count();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", row.group());
        json.putAll(subject(of));
        json.put("n", count.scored());
        json.put("runs", count.runs());
        json.put("failed", count.of(Absence.Kind.FAILED));
        json.put("unscored", count.of(Absence.Kind.UNSCORED));
        json.put("absences", count.reasons());
        row.summary().ifPresent(summary -> addFigures(json, of, row.group(), summary));
        return json;
    }

    private static void addFigures(Map<String, Object> json, MeasuredBoard of, String group, ScoreSummary summary) {
        json.put("interquartileMean", json(summary.interquartileMean()));
        json.put("mean", summary.mean());
        json.put("std", summary.standardDeviation());
        json.put("median", summary.median());
        json.put(
                "profile",
                of.board().roundProfile(group).points().stream()
                        .map(TrainingSweepAnswer::json)
                        .toList());
    }

    private static Map<String, ?> json(PerformanceProfile.Point point) {
        return Map.of("tau", point.threshold(), "above", json(point.above()));
    }

    private static Map<String, ?> json(MeasuredBoard of, ScoreBoard.Contrast contrast) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("better", contrast.better());
        json.put("other", contrast.other());
        json.putAll(subject(of));
        contrast.probability()
                .ifPresentOrElse(
                        probability -> json.put("probabilityOfImprovement", json(probability)),
                        () -> json.put("obstacle", contrast.obstacle()));
        return json;
    }

    private static Map<String, ?> json(Estimate estimate) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", estimate.value());
        json.put("low", estimate.low());
        json.put("high", estimate.high());
        json.put("confidence", estimate.confidence());
        return json;
    }
}
