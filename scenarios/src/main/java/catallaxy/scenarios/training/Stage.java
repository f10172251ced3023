package catallaxy.scenarios.training;

import catallaxy.agents.problem.ProblemSpec;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.TrainingReader;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a trained policy is to play in.
 *
 * @param named    another scenario than the one that it was trained in
 * @param settings that replace the scenario's
 */
public record Stage(Optional<Path> named, Map<String, String> settings) {
    private static final List<String> COMPUTE = List.of("training.device", "training.threads");

    /** Copies the settings. */
    public Stage {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The scenario that it was trained in. */
    static Stage same() {
        return new Stage(Optional.empty(), Map.of());
    }

    /** The settings that say where to compute. */
    Map<String, String> where() {
        Map<String, String> where = new LinkedHashMap<>(settings);
        where.keySet().retainAll(COMPUTE);
        return where;
    }

    /**
     * The market.
     *
     * @param checkpoint folder
     * @param trainedIn  the text of the scenario that it was trained in
     */
    Scenario market(String checkpoint, String trainedIn) {
        return named.map(file -> ScenarioReader.read(file, settings))
                .orElseGet(() -> ScenarioReader.readText(checkpoint, trainedIn, settings));
    }

    /** The problem; the parameters are those of {@link #market}. */
    ProblemSpec problem(String checkpoint, String trainedIn) {
        return named.map(file -> TrainingReader.read(file, settings))
                .orElseGet(() -> TrainingReader.readText(checkpoint, trainedIn, settings))
                .problem();
    }
}
