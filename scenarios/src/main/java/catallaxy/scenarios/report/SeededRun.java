package catallaxy.scenarios.report;

import catallaxy.scenarios.folder.RunSummary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A simulation as it enters a table of groups. Immutable.
 *
 * @param settings by which its group is told from others
 * @param seed     by which it is paired with runs of other groups
 * @param figures  of its agents; none where it is absent
 * @param absence  why it has none
 */
public record SeededRun(Map<String, String> settings, long seed, AgentFigures figures, Optional<Absence> absence) {
    /** Copies the settings. */
    public SeededRun {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** A run that has ended. */
    public static SeededRun of(Map<String, String> settings, long seed, RunSummary summary) {
        return new SeededRun(settings, seed, AgentFigures.of(summary), Optional.empty());
    }

    /** A run that has no figures. */
    public static SeededRun absent(Map<String, String> settings, long seed, Absence absence) {
        return new SeededRun(settings, seed, AgentFigures.NONE, Optional.of(absence));
    }
}
