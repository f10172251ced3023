package catallaxy.scenarios.file.text;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule for {@code ${path}}: it stands for a value written in the scenario itself, which in turn uses no
 * substitution. So nothing comes from outside, and a small file cannot unfold into a huge one.
 */
final class Substitutions {
    private static final int MAX_COUNT = 500;
    private static final int MAX_COPIED = 1 << 22;

    private Substitutions() {}

    /** @throws ScenarioException for the first substitution that breaks the rule */
    static void check(ConfigObject root, List<ScenarioText.Substitution> substitutions) {
        int copied = 0;
        for (ScenarioText.Substitution substitution : substitutions) {
            copied += length(root, substitution);
            boolean small = copied <= MAX_COPIED && substitutions.size() <= MAX_COUNT;
            require(small, substitution, "at most 500 substitutions of 4 MiB together", "more");
        }
    }

    private static int length(ConfigObject root, ScenarioText.Substitution substitution) {
        try {
            ConfigValue value = find(root, ConfigUtil.splitPath(substitution.path()));
            if (value == null) {
                String none = "nothing of that name (environment variables and system properties are not used)";
                throw refused(substitution, "a key of this scenario", none);
            }
            requireResolved(value);
            return value.render(ConfigRenderOptions.concise()).length();
        } catch (ConfigException.NotResolved nested) {
            throw refused(substitution, "a value without substitutions", "one that uses a substitution itself");
        } catch (ConfigException.BadPath malformed) {
            throw refused(substitution, "a key of this scenario", "something else");
        }
    }

    private static @Nullable ConfigValue find(ConfigObject root, List<String> path) {
        ConfigValue value = root;
        for (String part : path) {
            value = value instanceof ConfigObject object ? object.get(part) : null;
            if (value == null) {
                return null;
            }
        }
        return value;
    }

    /** Throws {@link ConfigException.NotResolved} at the first value that has a substitution. */
    private static void requireResolved(ConfigValue value) {
        switch (value.valueType()) {
            case OBJECT -> ((ConfigObject) value).values().forEach(Substitutions::requireResolved);
            case LIST -> ((Iterable<?>) value).forEach(item -> requireResolved((ConfigValue) item));
            default -> {}
        }
    }

    private static void require(boolean holds, ScenarioText.Substitution substitution, String expected, String found) {
        if (!holds) {
            throw refused(substitution, expected, found);
        }
    }

    private static ScenarioException refused(ScenarioText.Substitution substitution, String expected, String found) {
        String key = "${" + substitution.path() + "}";
        String shown = key.length() <= 80 ? key : key.substring(0, 80) + "…";
        return new ScenarioException(substitution.place(), shown, "expected " + expected + ", found " + found);
    }
}
