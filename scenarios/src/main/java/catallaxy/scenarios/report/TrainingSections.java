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
}
