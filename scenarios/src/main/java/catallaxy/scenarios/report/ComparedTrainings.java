package catallaxy.scenarios.report;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The trainings of one report: one alone, or several that are compared by groups. Immutable.
 *
 * @param runs   all in problems or all in markets
 * @param groups with what each is pooled, by its folder
 */
public record ComparedTrainings(List<TrainingData> runs, Map<Path, String> groups) {
    /** Copies both. */
    public ComparedTrainings {
        runs = List.copyOf(runs);
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
    }

    /** Whether there is only one. */
    public boolean isAlone() {
        return runs.size() == 1;
    }

    /** Whether they are in markets. */
    public boolean inMarkets() {
        return runs.stream().anyMatch(TrainingData::isInMarket);
    }

    /** With what a training is pooled; empty where nobody said. */
    public String group(TrainingData run) {
        return groups.getOrDefault(run.path(), "");
    }

    /** The group of a training and its seed. */
    public String name(TrainingData run) {
        return group(run) + " seed " + run.seed();
    }

    /** Groups that there are. */
    public long groupCount() {
        return runs.stream().map(this::group).distinct().count();
    }
}
