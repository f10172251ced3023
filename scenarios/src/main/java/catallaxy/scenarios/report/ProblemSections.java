package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import catallaxy.scenarios.folder.TrainingScore;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trainings in problems: returns, and how much of the known answer is attained. */
final class ProblemSections implements TrainingSections {
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
}
