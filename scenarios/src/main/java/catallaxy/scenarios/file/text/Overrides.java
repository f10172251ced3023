package catallaxy.scenarios.file.text;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings given on the command line as {@code a.b=value}. */
public final class Overrides {
    private static final int MAX_LENGTH = 10_000;

    private Overrides() {}

    /**
     * One object of all overrides. A value that starts with {@code [}, <code>{</code> or {@code "} is HOCON; any other is taken as it
     * stands, so that file names need no quotes.
     *
     * @throws ScenarioException for a key or value that cannot be parsed
     */
    public static ConfigObject parse(Map<String, String> overrides) {
        ConfigObject merged = ConfigFactory.empty().root();
        for (Map.Entry<String, String> override : new TreeMap<>(overrides).entrySet()) {
            ConfigObject one = parse(override.getKey(), override.getValue());
            requireApart(override.getKey(), one, merged);
            merged = one.withFallback(merged);
        }
        return merged;
    }

    /** Refuses a key that another setting has given already, alone or within an object. */
    private static void requireApart(String key, ConfigObject one, ConfigObject others) {
        Config given = others.toConfig();
        for (Map.Entry<String, ConfigValue> leaf : one.toConfig().entrySet()) {
            String path = leaf.getKey();
            boolean differs = given.hasPath(path) && !given.getValue(path).equals(leaf.getValue());
            if (differs) {
                throw refused(
                        key,
                        "one value of " + path,
                        given.getValue(path).unwrapped() + " and "
                                + leaf.getValue().unwrapped());
            }
        }
    }

    private static ConfigObject parse(String key, String value) {
        try {
            List<String> path = ConfigUtil.splitPath(key);
            require(path.size() <= 16, key, "a key of at most 16 parts", key);
            require(value.length() <= MAX_LENGTH, key, "at most 10000 characters", value);
            return nest(path, value(key, value.strip()));
        } catch (ConfigException malformed) {
            throw refused(key, "a value", value);
        }
    }

    private static ConfigObject nest(List<String> path, ConfigValue value) {
        ConfigValue nested = value;
        for (String part : path.reversed()) {
            nested = ConfigValueFactory.fromMap(Map.of(part, nested), Sources.COMMAND_LINE);
        }
        return (ConfigObject) nested;
    }

    private static ConfigValue value(String key, String text) {
        if (text.equals("null")) {
            return ConfigValueFactory.fromAnyRef(null, Sources.COMMAND_LINE);
        }
        if (text.isEmpty() || "[{\"".indexOf(text.charAt(0)) < 0) {
            return ConfigValueFactory.fromAnyRef(text, Sources.COMMAND_LINE);
        }
        ScenarioText checked = ScenarioText.check(Sources.COMMAND_LINE, text);
        boolean plain =
                checked.substitutions().isEmpty() && checked.includePlaces().isEmpty();
        require(plain, key, "a value without ${…} and include", text);
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(Sources.COMMAND_LINE);
        return ConfigFactory.parseString("value = " + text, options).getValue("value");
    }

    private static void require(boolean holds, String key, String expected, String found) {
        if (!holds) {
            throw refused(key, expected, found);
        }
    }

    private static ScenarioException refused(String key, String expected, String found) {
        String shown = key.length() <= 80 ? key : key.substring(0, 80) + "…";
        return new ScenarioException(
                Sources.COMMAND_LINE, shown, "expected " + expected + ", found " + Quotation.of(found));
    }
}
