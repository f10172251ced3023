package catallaxy.scenarios.file.manual;

import java.util.Optional;

/**
 * One key of the manual.
 *
 * @param path         in the manual: {@code world.step}, or {@code templates.chain.l1.block-time} for what the scenario names
 * @param meaning      one or two sentences
 * @param kind         of value: "duration", "number", "name", "section" …
 * @param range        of the value, such as "1 ms to 1 d"; empty where the kind says all
 * @param defaultValue as HOCON; empty where the scenario must give one
 */
public record ScenarioKey(String path, String meaning, String kind, String range, Optional<String> defaultValue) {
    /** Whether the scenario must give a value. */
    public boolean isRequired() {
        return defaultValue.isEmpty();
    }

    /** The path as a scenario writes it, with NAME for names of its own: {@code chains.NAME.block-time}. */
    public String pathInScenario() {
        return TemplatePlace.of(path).map(place -> place.inScenario(path)).orElse(path);
    }

    /** The path within the section that the scenario names; all of it outside templates. */
    String localPath() {
        return TemplatePlace.of(path)
                .map(place -> path.substring(place.prefix(path).length()))
                .orElse(path);
    }
}
