package catallaxy.scenarios.file.section;

import catallaxy.scenarios.NaturalOrder;
import catallaxy.scenarios.file.text.Sources;
import catallaxy.scenarios.file.text.Written;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is written in one section of a scenario, over what the manual says.
 *
 * @param path     of the section in the scenario; empty for the whole
 * @param manual   path in the manual of what describes it
 * @param given    what the scenario says
 * @param defaults what the manual says; null for an open section, whose keys are names
 * @param place    of the section, for what is missing in it
 * @param sources  the files it comes from
 */
public record SectionText(
        String path,
        String manual,
        ConfigObject given,
        @Nullable ConfigObject defaults,
        String place,
        Sources sources) {

    /** The section under a key, described by {@code defaults} at {@code manualPath}. */
    SectionText inner(String key, String manualPath, @Nullable ConfigObject defaultsOfInner) {
        ConfigObject object = Written.objectOf(given.get(key));
        return new SectionText(pathOf(key), manualPath, object, defaultsOfInner, placeOf(key), sources);
    }

    /** The section under a key, where what it does not say comes from another one, then from the manual. */
    SectionText inner(String key, SectionText fallback) {
        ConfigObject merged = Written.objectOf(given.get(key)).withFallback(fallback.given);
        return new SectionText(pathOf(key), fallback.manual, merged, fallback.defaults, placeOf(key), sources);
    }

    /** The section under a key, where {@code preferred} goes over what it says, except on the command line. */
    SectionText inner(String key, ConfigObject preferred) {
        ConfigObject written = Written.objectOf(given.get(key));
        ConfigObject merged = written;
        for (Map.Entry<String, ConfigValue> entry : preferred.entrySet()) {
            ConfigValue here = written.get(entry.getKey());
            boolean keeps = here != null && placeOf(here).equals(Sources.COMMAND_LINE);
            merged = keeps ? merged : merged.withValue(entry.getKey(), entry.getValue());
        }
        return new SectionText(pathOf(key), manualOf(key), merged, defaultsOf(key), placeOf(key), sources);
    }

    /** The same section; where its kind was replaced on the command line, without keys of the file that the manual does not know. */
    SectionText chosen(boolean replaced) {
        ConfigObject known = given;
        for (String key : replaced ? unknownKeys() : List.<String>of()) {
            known = isFromCommandLine(key) ? known : known.withoutKey(key);
        }
        return new SectionText(path, manual, known, defaults, place, sources);
    }

    /** Whether the value of a key was given on the command line. */
    boolean isFromCommandLine(String key) {
        return placeOf(key).equals(Sources.COMMAND_LINE);
    }

    /** Where relative names of files in the value of a key start: in the folder of its own file, or where the command line is typed. */
    Path startOf(String key) {
        ConfigValue value = given.get(key);
        return value == null ? Path.of("") : sources.folder(value.origin()).orElse(Path.of(""));
    }

    /** What the scenario says in the section under a key. */
    ConfigObject givenIn(String key) {
        return Written.objectOf(given.get(key));
    }

    boolean isOpen() {
        return defaults == null;
    }

    /** The keys of the scenario, sorted, without those that it sets to null. */
    List<String> keys() {
        return given.keySet().stream()
                .filter(key -> !Written.isAbsent(given.get(key)))
                .sorted(NaturalOrder.NAMES)
                .toList();
    }

    /** The keys of the scenario, sorted, that the manual does not have. */
    List<String> unknownKeys() {
        List<String> unknown = new ArrayList<>();
        for (String key : given.keySet()) {
            if (!knows(key)) {
                unknown.add(key);
            }
        }
        unknown.sort(Comparator.naturalOrder());
        return unknown;
    }

    /** The keys that the section may have, sorted; none where it is open. */
    List<String> knownKeys() {
        return defaults == null
                ? List.of()
                : defaults.keySet().stream().sorted(NaturalOrder.NAMES).toList();
    }

    boolean knows(String key) {
        return defaults == null ? given.containsKey(key) : defaults.containsKey(key);
    }

    /** Whether the manual has a section under a key. */
    boolean hasSection(String key) {
        return defaults != null && defaults.get(key) instanceof ConfigObject;
    }

    /** What the scenario says, else the manual; null where neither does. */
    @Nullable
    ConfigValue value(String key) {
        ConfigValue value = given.get(key);
        if (Written.isAbsent(value) && defaults != null) {
            value = defaults.get(key);
        }
        return Written.isAbsent(value) ? null : value;
    }

    Optional<String> scalar(String key) {
        return Optional.ofNullable(value(key)).flatMap(Written::scalar);
    }

    /** The value as messages show it; empty for none. */
    String found(String key) {
        ConfigValue value = value(key);
        return value == null ? "" : Written.describe(value);
    }

    /** The manual's defaults for the section under a key; null where this section is open. */
    @Nullable
    ConfigObject defaultsOf(String key) {
        return defaults == null ? null : Written.objectOf(defaults.get(key));
    }

    /** File and line of the key; of the section where the scenario does not say it. */
    String placeOf(String key) {
        ConfigValue value = given.get(key);
        return value == null ? place : placeOf(value);
    }

    String placeOf(ConfigValue value) {
        return sources.place(value.origin());
    }

    String pathOf(String key) {
        String part = ConfigUtil.joinPath(key);
        return path.isEmpty() ? part : path + "." + part;
    }

    /** Path of a key in the manual. */
    String manualOf(String key) {
        if (defaults == null) {
            return manual;
        }
        return manual.isEmpty() ? key : manual + "." + key;
    }
}
