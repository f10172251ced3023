package catallaxy.scenarios.training;

import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.report.Absence;
import catallaxy.scenarios.report.MeasuredBoard;
import catallaxy.scenarios.report.RunScore;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a sweep.
 *
 * @param group    the settings that vary but the seed, as {@code key=value key=value}
 * @param settings all settings that were given
 * @param summary  of the run; none where it failed
 * @param failure  why, where it did
 */
public record SweepRun(
        String group, Map<String, String> settings, Optional<TrainingSummary> summary, Optional<String> failure) {
    /** What it is compared by; none where it failed. */
    public List<RunScore> scores() {
        return summary.map(each -> RunScore.of(each.score())).orElse(List.of());
    }

    /** The run as it enters the comparison of the groups. */
    public MeasuredBoard.Entrant entrant() {
        return new MeasuredBoard.Entrant(group, "", scores(), failure.map(Absence::failed));
    }

    /** The run's folder, unless it failed. */
    public Optional<Path> runFolder() {
        return summary.map(each -> Path.of(each.place().runFolder()));
    }

    /** The run as an entry of {@code sweep.json}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", group);
        json.put("settings", settings);
        json.put("summary", summary.map(RecordFields::known).orElse(Map.of()));
        failure.ifPresent(why -> json.put("failure", why));
        return json;
    }
}
