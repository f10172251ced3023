package catallaxy.scenarios.report;

import java.io.IOException;
import java.util.ArrayList;
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
    private final TrainingFrame frame;
    private final Markup page;

    MarketTrainingPage(List<TrainingData> runs) throws IOException {
        this.runs = List.copyOf(runs);
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
        scores();
        page.element("h2", "Learning curves", "id", "curves");
        for (String agent : agents()) {
            curves(agent);
        }
        if (runs.size() == 1) {
            losses(runs.getFirst());
            frame.reproduce(runs.getFirst());
        }
        return frame.html();
    }

    private void scores() throws ReportException {
        Table table = new Table()
                .text("Learner")
                .text("Run")
                .number("Score")
                .number("Trading score")
                .text("Baseline")
                .number("Over baseline")
                .number("Over random");
        for (TrainingData run : runs) {
            for (JsonObject learner : run.summary().objects("learners")) {
                JsonObject evaluation = learner.object("evaluation");
                table.row()
                        .cell(learner.text("agent"), learner.text("algorithm"))
                        .cell(nameOf(run));
                table.cell(FigureText.decimals(evaluation.number("mean"), 1));
                table.cell(FigureText.decimals(evaluation.number("tradingMean"), 1));
                table.cell(learner.object("baseline").text("policy"));
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
                            + "which takes out most of the noise. Means over new runs. Differences are of trading scores on the "
                            + "same seeds, with 95 % bootstrap intervals over runs.",
                    "class",
                    "note");
        }
    }

    private static void difference(Table table, JsonObject over) throws ReportException {
        table.cell(
                FigureText.decimals(over.number("mean"), 1),
                FigureText.decimals(over.number("low"), 1) + " to " + FigureText.decimals(over.number("high"), 1));
    }

    private static String nameOf(TrainingData run) throws ReportException {
        return run.manifest().text("scenario") + " seed " + run.manifest().text("seed");
    }

    /** All that have curves, in the order of the alphabet. */
    private Set<String> agents() {
        Set<String> agents = new LinkedHashSet<>();
        runs.forEach(
                run -> agents.addAll(run.metrics().matching("", "/" + RETURNS).keySet()));
        return agents;
    }

    private void curves(String agent) throws ReportException {
        CurvePlot training = new CurvePlot(agent + ": mean return of an episode in training", "steps of all learners");
        CurvePlot evaluation = new CurvePlot(agent + ": score on held-out seeds", "steps of all learners");
        int colour = 0;
        for (TrainingData run : runs) {
            training.line(nameOf(run), colour, run.metrics().series(agent + "/" + RETURNS));
            evaluation.line(nameOf(run), colour, run.metrics().series(agent + "/" + EVALUATIONS));
            colour++;
        }
        training.write(page);
        evaluation.write(page);
    }

    private void losses(TrainingData run) {
        List<String> agents = new ArrayList<>(agents());
        Map<String, Samples> others = new TreeMap<>();
        agents.forEach(agent -> run.metrics()
                .matching(agent + "/train/", "")
                .forEach((name, samples) -> others.put(agent + "/train/" + name, samples)));
        others.forEach((name, samples) -> new CurvePlot(name, "steps of all learners")
                .line(name, 2, samples)
                .write(page));
    }
}
