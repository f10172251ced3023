package catallaxy.scenarios.file;

import catallaxy.scenarios.file.manual.Manual;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settings of the command line that mean agents: a key of one word which the top of a scenario does not have stands for that key of every
 * agent that has it, of its role or of its policy, and words with commas between them for a list. Of a section its key {@code use} is
 * meant. {@code methods=l2,flash} is {@code agents.executor.methods=["l2", "flash"]}, {@code models=off} is
 * {@code agents.arb.policy.models.use=off}.
 */
final class SeatOverrides {
    private static final String AGENTS = "agents";
    private static final String USE = "use";

    private SeatOverrides() {}

    /** A key that is meant, and what the manual has there. */
    private record Place(String key, ConfigValue initial) {
        /** What is written there for what was given. */
        String written(String given) {
            return initial.valueType() == ConfigValueType.LIST && !given.strip().startsWith("[")
                    ? Arrays.stream(given.split(",", -1))
                            .map(word -> ConfigUtil.quoteString(word.strip()))
                            .collect(Collectors.joining(", ", "[", "]"))
                    : given;
        }
    }

    /**
     * The same settings with whole keys.
     *
     * @param written the scenario with some settings
     */
    static Map<String, String> spelledOut(
            Map<String, String> overrides, Manual manual, Function<Map<String, String>, ConfigObject> written) {
        Map<String, String> whole = new LinkedHashMap<>(overrides);
        whole.keySet().removeIf(key -> isShort(key, manual));
        if (whole.size() == overrides.size()) {
            return overrides;
        }
        ConfigObject scenario = written.apply(whole);
        overrides.forEach((key, value) -> {
            List<Place> places = isShort(key, manual) ? places(key, scenario, manual) : List.of();
            if (places.isEmpty()) {
                whole.put(key, value);
            }
            places.forEach(place -> whole.putIfAbsent(place.key(), place.written(value)));
        });
        return whole;
    }

    private static boolean isShort(String key, Manual manual) {
        return key.matches("[A-Za-z][A-Za-z-]*") && !manual.top().containsKey(key);
    }

    private static List<Place> places(String key, ConfigObject scenario, Manual manual) {
        if (!(scenario.get(AGENTS) instanceof ConfigObject agents)) {
            return List.of();
        }
        return agents.keySet().stream()
                .sorted()
                .flatMap(agent -> agents.get(agent) instanceof ConfigObject settings
                        ? places(AGENTS + "." + agent, settings, key, manual)
                        : Stream.empty())
                .toList();
    }

    /** Of an agent: in its role, and in its policy. */
    private static Stream<Place> places(String path, ConfigObject agent, String key, Manual manual) {
        Optional<Place> role = place(path, agent, "templates.agent", "role", key, manual);
        Optional<Place> policy = agent.get("policy") instanceof ConfigObject settings
                ? place(path + ".policy", settings, "templates.policy", "kind", key, manual)
                : Optional.empty();
        return Stream.concat(role.stream(), policy.stream());
    }

    /** Where a section of a family, of the kind that it names, has a key. */
    private static Optional<Place> place(
            String path, ConfigObject section, String family, String kindKey, String key, Manual manual) {
        ConfigValue kind = section.get(kindKey);
        String word = kind == null ? "" : String.valueOf(kind.unwrapped());
        if (!manual.kinds(family).contains(word)) {
            return Optional.empty();
        }
        ConfigValue initial = manual.template(family + "." + word).get(key);
        return initial instanceof ConfigObject inner
                ? Optional.ofNullable(inner.get(USE)).map(use -> new Place(path + "." + key + "." + USE, use))
                : Optional.ofNullable(initial).map(value -> new Place(path + "." + key, value));
    }
}
