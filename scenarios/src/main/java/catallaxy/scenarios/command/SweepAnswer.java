package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.report.ScoreBoard;
import catallaxy.scenarios.training.SweepRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The groups of a sweep side by side. */
record SweepAnswer(Path folder, List<SweepRun> runs, Path report) implements Answer {
    /** The answer for runs that have ended; writes the report that compares them. */
    static SweepAnswer of(Path folder, List<SweepRun> runs) throws IOException {
        List<Path> folders =
                runs.stream().flatMap(run -> run.runFolder().stream()).toList();
        Path report = folder.resolve("report.html");
        if (!folders.isEmpty()) {
            Report.write(folders, Optional.empty(), report);
        }
        return new SweepAnswer(folder, runs, report);
    }

    private ScoreBoard board() {
        List<ScoreBoard.Score> scores = new ArrayList<>();
        runs.forEach(run -> scores.add(new ScoreBoard.Score(run.group(), "", run.score())));
        return new ScoreBoard(scores);
    }

    @Override
    public ExitCode exitCode() {
        boolean all = runs.stream().allMatch(run -> run.failure().isEmpty());
        return all ? ExitCode.OK : ExitCode.FAILED;
    }

    @Override
    public void print(PrintWriter out) {
        Table table = Table.of("group", "n", "IQM", "low", "high", "mean", "std", "median");
        for (ScoreBoard.Row row : board().rows()) {
            Estimate middle = row.summary().interquartileMean();
            table.row(
                    row.group(),
                    row.summary().runs(),
                    figure(middle.value()),
                    figure(middle.low()),
                    figure(middle.high()),
                    figure(row.summary().mean()),
                    figure(row.summary().standardDeviation()),
                    figure(row.summary().median()));
        }
        table.print(out);
        out.println();
        out.println("scores are attained / optimum; IQM with its 95 % bootstrap interval over runs");
        for (ScoreBoard.Contrast contrast : board().contrasts()) {
            Estimate probability = contrast.probability();
            out.printf(
                    Locale.ROOT,
                    "P(%s > %s) = %.3f (%.3f to %.3f)%n",
                    contrast.better(),
                    contrast.other(),
                    probability.value(),
                    probability.low(),
                    probability.high());
        }
        runs.forEach(run -> run.failure().ifPresent(why -> out.println("failed: " + run.settings() + ": " + why)));
        out.println("folder  " + folder);
    }

    private static String figure(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : "-";
    }

    @Override
    public Map<String, ?> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("groups", board().rows().stream().map(SweepAnswer::json).toList());
        json.put(
                "contrasts", board().contrasts().stream().map(SweepAnswer::json).toList());
        json.put("runs", runs.stream().map(SweepRun::json).toList());
        json.put("folder", folder.toString());
        json.put("report", report.toString());
        return json;
    }

    private static Map<String, ?> json(ScoreBoard.Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", row.group());
        json.put("n", row.summary().runs());
        json.put("interquartileMean", json(row.summary().interquartileMean()));
        json.put("mean", row.summary().mean());
        json.put("std", row.summary().standardDeviation());
        json.put("median", row.summary().median());
        return json;
    }

    private static Map<String, ?> json(ScoreBoard.Contrast contrast) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("better", contrast.better());
        json.put("other", contrast.other());
        json.put("probabilityOfImprovement", json(contrast.probability()));
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
