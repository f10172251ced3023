package catallaxy.scenarios.sweep;

import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.RunResult;
import catallaxy.scenarios.report.RunGroup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One run of a sweep; one that has neither a result nor a failure has not ended.
 *
 * @param varying  of its settings those that vary over the sweep, but the seed
 * @param settings all that were given
 * @param seed     of the run
 * @param result   what it came to; none where it failed
 * @param failure  why, where it did
 * @param <S>      what a run comes to
 */
public record SweepRun<S extends Record & RunResult>(
        Map<String, String> varying,
        Map<String, String> settings,
        long seed,
        Optional<S> result,
        Optional<String> failure) {
    /** The settings that vary, as {@code key=value key=value}: with whom the run is pooled. */
    public String group() {
        return RunGroup.label(varying);
    }

    /** The run's folder, if it has ended as it should. */
    public Optional<Path> runFolder() {
        return result.map(each -> Path.of(each.runFolder()));
    }

    /** The run as an entry of {@code sweep.json}. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("group", group());
        json.put("settings", settings);
        json.put("seed", seed);
        json.put("summary", result.map(RecordFields::known).orElse(Map.of()));
        failure.ifPresent(why -> json.put("failure", why));
        return json;
    }
}
