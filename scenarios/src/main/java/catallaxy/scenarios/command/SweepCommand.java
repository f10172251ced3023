package catallaxy.scenarios.command;

import catallaxy.agents.statistics.Estimate;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.TrainingReader;
import catallaxy.scenarios.file.TrainingScenario;
import catallaxy.scenarios.report.Report;
import catallaxy.scenarios.report.ScoreBoard;
import catallaxy.scenarios.training.Sweep;
import catallaxy.scenarios.training.SweepRun;
import catallaxy.scenarios.training.TrainingRequest;
import catallaxy.scenarios.training.TrainingRun;
import catallaxy.scenarios.training.TrainingWatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code catallaxy sweep}: trains all combinations of several values and compares them over seeds. */
@Command(
        name = "sweep",
        description = "Train all combinations of settings with several values, and compare them over seeds.",
        footer = {
            "",
            "Examples:",
            "  catallaxy sweep solved/cart-pole learner=ppo,a2c seed=1,2,3,4,5",
            "  catallaxy sweep solved/merton learners.ppo.epochs=2,5 seed=1,2,3 --jobs 2 --json",
            "",
            "Values are separated by commas outside brackets. Runs that differ only in their seed are one group."
        })
final class SweepCommand extends AnsweringCommand {
    private static final int MOST_JOBS = 256;

    @Mixin
    ScenarioArguments scenario = new ScenarioArguments();

    @Option(names = "--jobs", paramLabel = "N", defaultValue = "1", description = "Runs at the same time (default: 1).")
    int jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where the sweep's folder is made (default: runs).")
    Path out;

    @Override
    Answer answer() {
        if (jobs < 1 || jobs > MOST_JOBS) {
            throw UserError.usage("--jobs: expected 1 to " + MOST_JOBS + ", found " + jobs);
        }
        Path file = scenario.file();
        List<Map<String, String>> settings = Sweep.combinations(scenario.overrides());
        settings.forEach(each -> TrainingReader.read(file, each));
        try {
            Sweep sweep = Sweep.create(name(file), settings, out, worker(file));
            Progress progress = new Progress(err(), "sweep of " + settings.size() + " runs", settings.size());
            List<SweepRun> runs = sweep.run(jobs, done -> progress.at(done, done + " done"));
            progress.done();
            return new Comparison(sweep.folder(), runs, report(sweep.folder(), runs));
        } catch (IOException failed) {
            throw UserError.failed("cannot write the sweep in " + out + ": " + failed, failed);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.conf$", "");
    }

    private Sweep.Worker worker(Path file) {
        return jobs == 1
                ? (chosen, parent) -> trainHere(file, chosen, parent)
                : (chosen, parent) -> TrainingProcess.train(file, chosen, parent);
    }

    private Map<String, Object> trainHere(Path file, Map<String, String> chosen, Path parent) throws IOException {
        TrainingScenario read = TrainingReader.read(file, chosen);
        TrainingRequest request = new TrainingRequest(read, read.seed(), parent, commandLine(), Version.number());
        return TrainingRun.begin(request, TrainingWatch.SILENT);
    }

    private static Path report(Path folder, List<SweepRun> runs) throws IOException {
        List<Path> folders =
                runs.stream().flatMap(run -> run.runFolder().stream()).toList();
        Path report = folder.resolve("report.html");
        if (!folders.isEmpty()) {
            Report.write(folders, Optional.empty(), report);
        }
        return report;
    }

    /** The groups of a sweep side by side. */
    private record Comparison(Path folder, List<SweepRun> runs, Path report) implements Answer {
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
            json.put("groups", board().rows().stream().map(Comparison::json).toList());
            json.put(
                    "contrasts",
                    board().contrasts().stream().map(Comparison::json).toList());
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
}
