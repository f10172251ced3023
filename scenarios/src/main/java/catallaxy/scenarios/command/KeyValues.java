package catallaxy.scenarios.command;

import catallaxy.scenarios.UserError;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigUtil;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings as the user typed them, each {@code key=value}. */
final class KeyValues {
    private KeyValues() {}

    /**
     * The settings by key, in their order.
     *
     * @throws UserError if one is not of that form, or a key is there twice, however it is quoted
     */
    static Map<String, String> of(List<String> settings) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<Object, String> known = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw UserError.usage("expected key=value, found " + setting);
            }
            String key = setting.substring(0, equals).strip();
            String before = known.putIfAbsent(path(key), setting);
            if (before != null) {
                throw UserError.usage(key + ": expected one value, found two, " + before + " and " + setting);
            }
            values.put(key, setting.substring(equals + 1));
        }
        return values;
    }

    private static Object path(String key) {
        try {
            return ConfigUtil.splitPath(key);
        } catch (ConfigException malformed) {
            return key;
        }
    }
}
