package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The report of training runs, in problems or in markets: one with its scores and curves, or several compared by groups. */
final class TrainingPage {
    private final TrainingSections sections;
    private final List<TrainingData> runs;
    private final Map<Path, String> groups;
    private final List<MeasuredBoard.Entrant> others;
    private final TrainingChartKinds kinds;
    private final TrainingFrame frame;
    private final Markup page;

    /**
     * @param groups with what runs are pooled, by their folders, where somebody said so
     * @param others runs without a folder that are counted in a comparison
     * @param kinds  of charts
     */
    TrainingPage(
            TrainingSections sections,
            List<TrainingData> runs,
            Map<Path, String> groups,
            List<MeasuredBoard.Entrant> others,
            TrainingChartKinds kinds)
            throws IOException {
        this.sections = sections;
        this.runs = List.copyOf(runs);
        this.others = List.copyOf(others);
        this.kinds = kinds;
        this.groups = new HashMap<>(sections.groups(runs));
        this.groups.putAll(groups);
        frame = new TrainingFrame(sections.title(runs));
        page = frame.page();
    }

    String html() throws IOException {
        boolean alone = runs.size() == 1;
        if (alone) {
            frame.banner(runs.getFirst());
            frame.facts(runs.getFirst());
        }
        if (runs.size() + others.size() > 1) {
            page.element("h2", "Groups of runs", "id", "groups");
            new BoardSection(page, frame.book()).write(MeasuredBoard.of(entrants()));
        }
        sections.scores(runs, this::groupOf, page);
        page.element("h2", "Learning curves", "id", "curves");
        frame.charts(new ComparedTrainings(runs, groups), kinds);
        if (alone) {
            DataSection.write(page, "data", runs.getFirst().manifest().subject().data());
            frame.reproduce(runs.getFirst());
        } else {
            listing();
        }
        return frame.html();
    }

    private String groupOf(TrainingData run) {
        return groups.getOrDefault(run.path(), "");
    }

    private List<MeasuredBoard.Entrant> entrants() throws FolderException {
        List<MeasuredBoard.Entrant> entrants =
                new ArrayList<>(Entrants.of(runs, this::groupOf, TrainingData::scenario));
        entrants.addAll(others);
        return entrants;
    }

    private void listing() throws FolderException {
        page.element("h2", "Runs", "id", "runs");
        Table table = new Table()
                .text("Run")
                .text("Group")
                .text("Status")
                .number("Seed")
                .number("Steps")
                .number("Wall time");
        for (TrainingData run : runs) {
            table.row()
                    .cell(String.valueOf(run.path().getFileName()))
                    .cell(groupOf(run))
                    .cell(FigureText.text(run.manifest().course().status()))
                    .cell(FigureText.text(run.seed()))
                    .cell(FigureText.count(run.summary().course().steps()))
                    .cell(FigureText.duration(run.summary().course().wallSeconds()));
        }
        table.write(page);
    }
}
