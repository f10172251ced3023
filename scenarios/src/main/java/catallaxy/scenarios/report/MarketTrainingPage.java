package catallaxy.scenarios.report;

import catallaxy.scenarios.NaturalOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The report of trainings in a market: what each learner earns against its baselines, and its curves. */
final class MarketTrainingPage {
    private static final String RETURNS = "rollout/ep_rew_mean";
    private static final String EVALUATIONS = "eval/mean_reward";

    private final List<TrainingData> runs;
    private final Map<Path, String> groups;
    private final List<MeasuredBoard.Entrant> others;
    private final TrainingFrame frame;
    private final Markup page;

    /**
     * @param groups with what runs are pooled, by their folders, where somebody said so
     * @param others runs without a folder that are counted in a comparison
     */
    MarketTrainingPage(List<TrainingData> runs, Map<Path, String> groups, List<MeasuredBoard.Entrant> others)
            throws IOException {
        this.runs = List.copyOf(runs);
        this.others = List.copyOf(others);
        this.groups = groups(runs, groups);
        frame = new TrainingFrame(title());
        page = frame.page();
    }

    private String title() throws ReportException {
        return runs.size() == 1
                ? "Learning in " + runs.getFirst().manifest().text("scenario")
                : runs.size() + " trainings in markets";
    }

    String html() throws IOException {
        for (TrainingData run : runs) {
            frame.banner(run);
        }
        if (runs.size() == 1) {
            frame.facts(runs.getFirst());
        }
        if (runs.size() + others.size() > 1) {
            page.element("h2", "Groups of runs", "id", "groups");
            new BoardSection(page, frame.book()).write(MeasuredBoard.of(entrants()));
        }
        scores();
        together();
        page.element("h2", "Learning curves", "id", "curves");
        List<Chart> charts = new ArrayList<>();
        for (String agent : agents()) {
            charts.addAll(curves(agent));
        }
        if (runs.size() == 1) {
            charts.addAll(losses(runs.getFirst()));
        }
        frame.charts(charts);
        if (runs.size() == 1) {
            DataFile.write(page, "data", DataFile.of(runs.getFirst().manifest()));
            frame.reproduce(runs.getFirst());
        }
        return frame.html();
    }

    private void scores() throws ReportException {
        Table table = new Table()
                .text("Learner")
                .text("Run")
                .number("Score")
                .text("Baseline")
                .number("Over baseline")
                .number("Over random")
                .number("Trading score")
                .number("Over baseline")
                .number("Over random");
        for (TrainingData run : runs) {
            for (JsonObject learner : run.summary().objects("learners")) {
                JsonObject evaluation = learner.object("evaluation");
                begin(table, learner, run);
                table.cell(FigureText.decimals(evaluation.number("mean"), 1));
                table.cell(learner.object("baseline").text("policy"));
                difference(table, learner.object("overBaseline"));
                difference(table, learner.object("overRandom"));
                table.cell(FigureText.decimals(evaluation.number("tradingMean"), 1));
                difference(table, learner.object("overBaseline").object("trading"));
                difference(table, learner.object("overRandom").object("trading"));
            }
        }
        if (!table.isEmpty()) {
            page.element("h2", "Scores", "id", "scores");
            table.write(page);
            page.element(
                    "p",
                    "A score is the sum of a learner's rewards over holding in a whole run, with its policy in its seat and the "
                            + "scenario's own ones in all others; the trading score counts trades at the world's price instead, "
                            + "which takes out most of the noise where the world has no drift, and is not what counts where it has "
                            + "one. Means over new runs; differences on the same seeds, with 95 % bootstrap intervals over runs.",
                    "class",
                    "note");
        }
    }

    /** What each adds where the others' learned policies are in their seats, too. */
    private void together() throws ReportException {
        Table table = new Table()
                .text("Learner")
                .text("Run")
                .number("Score")
                .number("Over baseline")
                .number("Trading score")
                .number("Over baseline");
        for (TrainingData run : runs) {
            List<JsonObject> learners = run.summary().objects("learners");
            for (JsonObject learner : learners) {
                JsonObject together = learner.object("together");
                if (learners.size() > 1 && together.has("overBaseline")) {
                    begin(table, learner, run);
                    table.cell(FigureText.decimals(together.number("mean"), 1));
                    difference(table, together.object("overBaseline"));
                    table.cell(FigureText.decimals(together.number("tradingMean"), 1));
                    difference(table, together.object("overBaseline").object("trading"));
                }
            }
        }
        if (!table.isEmpty()) {
            page.element("h2", "Among the learned", "id", "together");
            table.write(page);
            page.element(
                    "p",
                    "The same with the learned policies of all others in their seats, too, and against the baseline among them.",
                    "class",
                    "note");
        }
    }

    private List<MeasuredBoard.Entrant> entrants() throws ReportException {
        List<MeasuredBoard.Entrant> entrants =
                new ArrayList<>(Entrants.of(runs, this::groupOf, MarketTrainingPage::scenarioOf));
        entrants.addAll(others);
        return entrants;
    }

    /** A row of a learner in a run. */
    private void begin(Table table, JsonObject learner, TrainingData run) throws ReportException {
        table.row().cell(learner.text("agent"), learner.text("algorithm")).cell(nameOf(run));
    }

    private static void difference(Table table, JsonObject over) throws ReportException {
        double low = over.number("low");
        String interval = FigureText.decimals(low, 1) + " to " + FigureText.decimals(over.number("high"), 1);
        table.cell(
                FigureText.decimals(over.number("mean"), 1), Double.isFinite(low) ? interval : "no interval: one run");
    }

    private static String scenarioOf(TrainingData run) throws ReportException {
        return run.manifest().text("scenario");
    }

    /** What was said to be pooled, by run folder; else a configuration's runs are, where there are several. */
    private static Map<Path, String> groups(List<TrainingData> runs, Map<Path, String> said) throws ReportException {
        Set<String> configurations = new HashSet<>();
        for (TrainingData run : runs) {
            configurations.add(run.manifest().text("configDigest"));
        }
        Map<Path, String> groups = new HashMap<>();
        for (TrainingData run : runs) {
            String own = configurations.size() > 1
                    ? " " + run.manifest().text("configDigest").substring(0, 4)
                    : "";
            groups.put(run.path(), said.getOrDefault(run.path(), scenarioOf(run) + own));
        }
        return groups;
    }

    private String groupOf(TrainingData run) {
        return groups.getOrDefault(run.path(), "");
    }

    private String nameOf(TrainingData run) throws ReportException {
        return groupOf(run) + " seed " + run.manifest().text("seed");
    }

    /** All that have curves, in the order of the alphabet. */
    private Set<String> agents() {
        Set<String> agents = new LinkedHashSet<>();
        runs.forEach(
                run -> agents.addAll(run.metrics().matching("", "/" + RETURNS).keySet()));
        return agents;
    }

    private List<Chart> curves(String agent) throws ReportException {
        List<Chart.Line> training = new ArrayList<>();
        List<Chart.Line> evaluation = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TrainingData run : runs) {
            String name = nameOfLine(run);
            if (!names.contains(name)) {
                names.add(name);
            }
            int color = names.indexOf(name);
            training.add(line(name, color, run.metrics().series(agent + "/" + RETURNS)));
            evaluation.add(line(name, color, run.metrics().series(agent + "/" + EVALUATIONS)));
        }
        return List.of(
                curve(agent + ": mean return of an episode in training", training),
                curve(agent + ": score on held-out seeds", evaluation));
    }

    private static Chart curve(String title, List<Chart.Line> lines) {
        return Chart.of(title, "", "over steps of all learners", lines);
    }

    private static Chart.Line line(String name, int color, Samples samples) {
        return new Chart.Line(name, color, Chart.Stroke.SOLID, false, samples);
    }

    /** Lines of one group look the same, where there are several groups. */
    private String nameOfLine(TrainingData run) throws ReportException {
        return new HashSet<>(groups.values()).size() > 1 ? groupOf(run) : nameOf(run);
    }

    private List<Chart> losses(TrainingData run) {
        Map<String, Samples> others = new TreeMap<>(NaturalOrder.NAMES);
        agents().forEach(agent -> run.metrics()
                .matching(agent + "/train/", "")
                .forEach((name, samples) -> others.put(agent + "/train/" + name, samples)));
        List<Chart> charts = new ArrayList<>();
        others.forEach((name, samples) -> charts.add(curve(name, List.of(line(name, 2, samples)))));
        return charts;
    }
}
