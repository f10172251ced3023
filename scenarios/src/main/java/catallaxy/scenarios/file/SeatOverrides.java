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
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Settings of the command line that mean agents: a key of one word which the top of a scenario does not have stands for that key of every
 * agent whose role has it, and words with commas between them for a list. {@code methods=l2,flash} is
 * {@code agents.executor.methods=["l2", "flash"]}.
 */
final class SeatOverrides {
    private static final String AGENTS = "agents";
    private static final String FAMILY = "templates.agent";

    private SeatOverrides() {}

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
            List<String> agents = isShort(key, manual) ? agentsWith(key, scenario, manual) : List.of();
            if (agents.isEmpty()) {
                whole.put(key, value);
            }
            agents.forEach(agent -> whole.putIfAbsent(
                    AGENTS + "." + agent + "." + key, value(key, value, role(agent, scenario), manual)));
        });
        return whole;
    }

    private static boolean isShort(String key, Manual manual) {
        return key.matches("[A-Za-z][A-Za-z-]*") && !manual.top().containsKey(key);
    }

    private static List<String> agentsWith(String key, ConfigObject scenario, Manual manual) {
        if (!(scenario.get(AGENTS) instanceof ConfigObject agents)) {
            return List.of();
        }
        return agents.keySet().stream()
                .filter(agent -> has(role(agent, scenario), key, manual))
                .sorted()
                .toList();
    }

    private static boolean has(String role, String key, Manual manual) {
        return manual.kinds(FAMILY).contains(role)
                && manual.template(FAMILY + "." + role).containsKey(key);
    }

    private static String role(String agent, ConfigObject scenario) {
        return scenario.get(AGENTS) instanceof ConfigObject agents
                        && agents.get(agent) instanceof ConfigObject settings
                        && settings.get("role") instanceof ConfigValue role
                ? String.valueOf(role.unwrapped())
                : "";
    }

    private static String value(String key, String given, String role, Manual manual) {
        ConfigValue initial = manual.template(FAMILY + "." + role).get(key);
        boolean isList = initial != null && initial.valueType() == ConfigValueType.LIST;
        return isList && !given.strip().startsWith("[")
                ? Arrays.stream(given.split(",", -1))
                        .map(word -> ConfigUtil.quoteString(word.strip()))
                        .collect(Collectors.joining(", ", "[", "]"))
                : given;
    }
}
