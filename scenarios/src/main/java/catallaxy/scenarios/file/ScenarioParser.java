package catallaxy.scenarios.file;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From the text of a scenario, the files it includes and the command line's overrides to one object without
 * substitutions. Neither the environment nor system properties are looked at. One thread, one scenario.
 */
final class ScenarioParser {
    private static final int MAX_FILES = 16;

    private final Sources sources = new Sources();
    private final List<ScenarioText.Substitution> substitutions = new ArrayList<>();
    private final Optional<Path> folder;

    /** @param folder from which files may be included; none may where it is empty */
    ScenarioParser(Optional<Path> folder) {
        this.folder = folder;
    }

    Sources sources() {
        return sources;
    }

    /**
     * Parses and resolves.
     *
     * @param name      of the text, as messages show it
     * @param overrides key → value, laid over the text
     * @throws ScenarioException where the text is not what the parser understands, or has something that is refused
     */
    ConfigObject parse(String name, String text, Map<String, String> overrides) {
        return guarded(name, () -> resolve(name, text, overrides));
    }

    private ConfigObject resolve(String name, String text, Map<String, String> overrides) {
        ConfigObject written = parseText(name, text, Path.of(""));
        ConfigObject whole = Overrides.parse(overrides).withFallback(written);
        Substitutions.check(whole, substitutions);
        return whole.toConfig().resolve(ConfigResolveOptions.noSystem()).root();
    }

    /** The object in a file of the scenario's folder. */
    ConfigObject parseIncluded(Path path, String place) {
        String found = Quotation.of(path.toString());
        if (folder.isEmpty() || sources.count() >= MAX_FILES) {
            String expected = folder.isEmpty() ? "no included file here" : "at most " + MAX_FILES + " files";
            throw new ScenarioException(place, "include", "expected " + expected + ", found " + found);
        }
        Path file = folder.get().resolve(path);
        try {
            if (!file.toRealPath().startsWith(folder.get().toRealPath())) {
                throw new ScenarioException(
                        place, "include", "expected a file of the scenario's folder, found " + found);
            }
            return parseText(
                    file.toString(),
                    readText(file),
                    Optional.ofNullable(path.getParent()).orElse(Path.of("")));
        } catch (IOException unreadable) {
            throw new ScenarioException(place, "include", "expected a readable file, found none at " + found);
        }
    }

    /** The text of a file of at most 1 MiB. */
    static String readText(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : -1;
        if (size < 0) {
            throw new ScenarioException(file.toString(), "file", "expected a file, found none");
        }
        if (size > ScenarioText.MAX_CHARACTERS) {
            throw new ScenarioException(file.toString(), "file", "expected at most 1 MiB, found " + size + " bytes");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new ScenarioException(file.toString(), "file", "expected UTF-8 text, found other bytes");
        }
    }

    private ConfigObject parseText(String name, String text, Path subfolder) {
        ScenarioText checked = ScenarioText.check(name, text);
        substitutions.addAll(checked.substitutions());
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF)
                .setOriginDescription(sources.label(name))
                .setIncluder(new ScenarioIncluder(this, name, checked.includePlaces(), subfolder));
        return ConfigFactory.parseString(text, options).root();
    }

    private ConfigObject guarded(String name, Supplier<ConfigObject> work) {
        try {
            return work.get();
        } catch (ConfigException malformed) {
            throw malformed(name, malformed);
        } catch (StackOverflowError deep) {
            throw new ScenarioException(name, "nesting", "expected at most 32 levels, found more");
        }
    }

    private ScenarioException malformed(String name, ConfigException malformed) {
        String message = String.valueOf(malformed.getMessage()).replaceFirst("^source\\d+: \\d+: ", "");
        String place = malformed.origin() == null ? name : sources.place(malformed.origin());
        return new ScenarioException(place, "syntax", "expected HOCON, found a mistake: " + oneLine(message));
    }

    private static String oneLine(String message) {
        String line = message.replaceAll("\\s+", " ").replaceAll("source\\d+: ", "line ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
