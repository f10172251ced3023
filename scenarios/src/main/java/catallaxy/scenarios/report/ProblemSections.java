package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.TrainingScore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Trainings in problems: returns, and how much of the known answer is attained. */
final class ProblemSections implements TrainingSections {
    private static final String RETURNS = "Mean return of an episode";

    @Override
    public String title(List<TrainingData> runs) throws FolderException {
        TrainingData first = runs.getFirst();
        return runs.size() == 1 ? first.algorithm() + " on " + first.problem() : runs.size() + " training runs";
    }

    /** Runs of one algorithm are pooled over problems, unless all runs have one algorithm: then over configurations. */
    @Override
    public Map<Path, String> groups(List<TrainingData> runs) throws FolderException {
        boolean one = true;
        for (TrainingData run : runs) {
            one &= run.algorithm().equals(runs.getFirst().algorithm());
        }
        Map<Path, String> groups = new HashMap<>();
        for (TrainingData run : runs) {
            groups.put(run.path(), one ? run.algorithm() + " " + run.shortDigest() : run.algorithm());
        }
        return groups;
    }

    @Override
    public void scores(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException {
        if (runs.size() == 1) {
            score(runs.getFirst(), page);
        } else {
            several(runs, groups, page);
        }
    }

    private static void several(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException {
        page.element("h2", "Scores", "id", "scores");
        Table table =
                new Table().text("Run").text("Group").number("Mean return").number("Ratio");
        for (TrainingData run : runs) {
            table.row()
                    .cell(String.valueOf(run.path().getFileName()))
                    .cell(groups.of(run))
                    .cell(FigureText.plain(run.summary().score().evaluation().mean()))
                    .cell(FigureText.decimals(run.ratio(), 4));
        }
        table.write(page);
    }

    private static void score(TrainingData run, Markup page) throws FolderException {
        TrainingScore.Episodes evaluation = run.summary().score().evaluation();
        TrainingScore.Referee referee = run.summary().score().referee();
        page.element("h2", "Score", "id", "score");
        new Table()
                .text("Figure")
                .number("Value")
                .text("What it is")
                .row()
                .cell("Mean return")
                .cell(FigureText.plain(evaluation.mean()))
                .cell("of " + FigureText.count(evaluation.episodes()) + " new episodes, without exploration")
                .row()
                .cell("Standard deviation")
                .cell(FigureText.plain(evaluation.std()))
                .cell("of their returns, n − 1")
                .row()
                .cell("Attained")
                .cell(FigureText.plain(referee.attained()))
                .cell(referee.name())
                .row()
                .cell("Optimum")
                .cell(FigureText.plain(referee.optimum()))
                .cell("of the same")
                .row()
                .cell("Ratio")
                .cell(FigureText.plain(referee.ratio()))
                .cell("1 is all of the optimum")
                .write(page);
    }

    @Override
    public List<Chart> charts(List<TrainingData> runs, Entrants.Naming groups) throws FolderException {
        return runs.size() == 1 ? charts(runs.getFirst()) : compared(runs, groups);
    }

    private static List<Chart> charts(TrainingData run) {
        List<Chart> charts = new ArrayList<>();
        Chart.Line training = TrainingSections.line(
                "training, latest 100 episodes", 0, run.metrics().series("rollout/ep_rew_mean"));
        Chart.Line evaluation = TrainingSections.line(
                "evaluation on held-out seeds", 1, run.metrics().series("eval/mean_reward"));
        charts.add(TrainingSections.curve(RETURNS, "", List.of(training, evaluation))
                .withShape(Chart.Shape.WIDE));
        new TreeMap<>(run.metrics().matching("train/", ""))
                .forEach((name, samples) -> charts.add(TrainingSections.curve(
                        "train/" + name, "", List.of(TrainingSections.line("train/" + name, 2, samples)))));
        Chart.Line speed =
                TrainingSections.line("steps a second", 3, run.metrics().series("time/fps"));
        charts.add(TrainingSections.curve("time/fps", "1/s", List.of(speed)));
        return charts;
    }

    /** A chart for each problem, a color for each group. */
    private static List<Chart> compared(List<TrainingData> runs, Entrants.Naming groups) throws FolderException {
        Map<String, List<Chart.Line>> lines = new LinkedHashMap<>();
        List<String> colors = new ArrayList<>();
        for (TrainingData run : runs) {
            String group = groups.of(run);
            if (!colors.contains(group)) {
                colors.add(group);
            }
            lines.computeIfAbsent(run.scenario(), _ -> new ArrayList<>())
                    .add(TrainingSections.line(group, colors.indexOf(group), run.returns()));
        }
        List<Chart> charts = new ArrayList<>();
        lines.forEach((problem, those) -> charts.add(
                TrainingSections.curve(RETURNS + ", " + problem, "", those).withShape(Chart.Shape.WIDE)));
        return charts;
    }
}
