package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.FolderException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the report of trainings shows of one kind of them. */
interface TrainingSections {
    /** Of the page. */
    String title(List<TrainingData> runs) throws FolderException;

    /** What each run is pooled with, by its folder, where nobody said otherwise. */
    Map<Path, String> groups(List<TrainingData> runs) throws FolderException;

    /** Writes what was earned. */
    void scores(List<TrainingData> runs, Entrants.Naming groups, Markup page) throws FolderException;

    /** Learning curves. */
    List<Chart> charts(List<TrainingData> runs, Entrants.Naming groups) throws FolderException;

    /** A chart over the steps of training. */
    static Chart curve(String title, String unit, List<Chart.Line> lines) {
        return Chart.of(title, unit, "over steps of training", lines);
    }

    /** One line of it. */
    static Chart.Line line(String name, int color, Samples samples) {
        return new Chart.Line(name, color, Chart.Stroke.SOLID, false, samples);
    }
}
