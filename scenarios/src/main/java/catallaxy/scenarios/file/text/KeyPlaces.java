package catallaxy.scenarios.file.text;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the keys of a scenario are written, for mistakes that are found only after it was read. Immutable. */
public final class KeyPlaces {
    private final String source;
    private final ConfigObject written;
    private final Sources sources;

    private KeyPlaces(String source, ConfigObject written, Sources sources) {
        this.source = source;
        this.written = written;
        this.sources = sources;
    }

    /**
     * The places of a file's keys.
     *
     * @throws ScenarioException if it cannot be parsed
     */
    public static KeyPlaces of(Path file, Map<String, String> overrides) {
        ScenarioParser parser =
                new ScenarioParser(Optional.ofNullable(file.toAbsolutePath().getParent()));
        try {
            ConfigObject written = parser.parse(file.toString(), ScenarioParser.readText(file), overrides);
            return new KeyPlaces(file.toString(), written, parser.sources());
        } catch (IOException unreadable) {
            throw new ScenarioException(file.toString(), "file", "expected a readable file, found none");
        }
    }

    /** File and line of a key, or of the innermost section around it that is written, or of the scenario; or the command line. */
    public String place(String key) {
        ConfigObject section = written;
        String place = source + ":1";
        for (String part : key.split("\\.", -1)) {
            ConfigValue value = section.get(part);
            if (value == null) {
                return place;
            }
            place = sources.place(value.origin());
            section = Written.objectOf(value);
        }
        return place;
    }

    /** A mistake in the value of a key. */
    public Problem problem(String key, String message) {
        return new Problem(place(key), key, message);
    }
}
