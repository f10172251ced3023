package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.TrainingScore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Trainings in markets: what each learner earns against its baselines, and its curves. */
final class MarketSections implements TrainingSections {
    @Override
    public String title(List<TrainingData> runs) throws FolderException {
        return runs.size() == 1 ? "Learning in " + runs.getFirst().scenario() : runs.size() + " trainings in markets";
    }

    /** A configuration's runs are pooled, where there are several. */
    @Override
    public Map<Path, String> groups(List<TrainingData> runs) throws FolderException {
        Set<String> configurations = new HashSet<>();
        for (TrainingData run : runs) {
            configurations.add(run.manifest().subject().configDigest());
        }
        Map<Path, String> groups = new HashMap<>();
        for (TrainingData run : runs) {
            String own = configurations.size() > 1 ? " " + run.shortDigest() : "";
            groups.put(run.path(), run.scenario() + own);
        }
        return groups;
    }

    @Override
    public void scores(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException {
        alone(runs, groups, page);
        together(runs, groups, page);
    }

    private static void alone(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException {
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
            for (TrainingScore.Learner learner : run.summary().score().learners()) {
                TrainingScore.Scores evaluation = learner.evaluation();
                begin(table, learner, nameOf(run, groups));
                table.cell(FigureText.decimals(evaluation.mean(), 1));
                table.cell(learner.baseline().policy());
                difference(table, learner.overBaseline().reward());
                difference(table, learner.overRandom().reward());
                table.cell(FigureText.decimals(evaluation.tradingMean(), 1));
                difference(table, learner.overBaseline().trading());
                difference(table, learner.overRandom().trading());
            }
        }
        if (!table.isEmpty()) {
            page.element("h2", "Scores", "id", "scores");
            table.write(page);
            page.element(
                    "p",
                    "A score is the sum of a learner's rewards over holding in a whole run, with its policy in its"
                            + " seat and the scenario's own ones in all others; the trading score counts trades at the"
                            + " world's price instead, which takes out most of the noise where the world has no drift, and"
                            + " is not what counts where it has one. Means over new runs; differences on the same seeds,"
                            + " with 95 % bootstrap intervals over runs.",
                    "class",
                    "note");
        }
    }

    /** What each adds where the others' learned policies are in their seats, too. */
    private static void together(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException {
        Table table = new Table()
                .text("Learner")
                .text("Run")
                .number("Score")
                .number("Over baseline")
                .number("Trading score")
                .number("Over baseline");
        for (TrainingData run : runs) {
            List<TrainingScore.Learner> learners = run.summary().score().learners();
            for (TrainingScore.Learner learner : learners) {
                TrainingScore.Together together = learner.together();
                if (learners.size() > 1 && together.isKnown()) {
                    begin(table, learner, nameOf(run, groups));
                    table.cell(FigureText.decimals(together.scores().mean(), 1));
                    difference(table, together.overBaseline().reward());
                    table.cell(FigureText.decimals(together.scores().tradingMean(), 1));
                    difference(table, together.overBaseline().trading());
                }
            }
        }
        if (!table.isEmpty()) {
            page.element("h2", "Among the learned", "id", "together");
            table.write(page);
            page.element(
                    "p",
                    "The same with the learned policies of all others in their seats, too, and against the baseline"
                            + " among them.",
                    "class",
                    "note");
        }
    }

    /** A row of a learner in a run. */
    private static void begin(Table table, TrainingScore.Learner learner, String run) {
        table.row().cell(learner.agent(), learner.algorithm()).cell(run);
    }

    private static void difference(Table table, TrainingScore.Interval over) {
        double low = over.low();
        String interval = FigureText.decimals(low, 1) + " to " + FigureText.decimals(over.high(), 1);
        table.cell(FigureText.decimals(over.mean(), 1), Double.isFinite(low) ? interval : "no interval: one run");
    }

    private static String nameOf(TrainingData run, Entrants.Naming groups) throws FolderException {
        return groups.of(run) + " seed " + run.seed();
    }
}
