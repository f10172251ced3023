package catallaxy.scenarios.file.text;

import catallaxy.environment.base.check.NearestWord;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From the text of a scenario, the files it includes and the command line's overrides to one object without
 * substitutions. Neither the environment nor system properties are looked at. One thread, one scenario.
 */
public final class ScenarioParser {
    private static final int MAX_FILES = 16;

    private final Sources sources = new Sources();
    private final List<ScenarioText.Substitution> substitutions = new ArrayList<>();
    private final List<Path> open = new ArrayList<>();
    private final Path folder;
    private final Optional<Tree> tree;

    /**
     * A parser of one text.
     *
     * @param folder of the scenario, where names of files that it includes start; none may be included where it is empty
     */
    public ScenarioParser(Optional<Path> folder) {
        this.folder = folder.orElse(Path.of("")).toAbsolutePath().normalize();
        tree = folder.map(Tree::around);
    }

    /** The files that were read so far. */
    public Sources sources() {
        return sources;
    }

    /**
     * Parses and resolves.
     *
     * @param name      of the text, as messages show it
     * @param overrides key → value, laid over the text
     * @throws ScenarioException where the text is not what the parser understands, or has something that is refused
     */
    public ConfigObject parse(String name, String text, Map<String, String> overrides) {
        return guarded(name, () -> resolve(name, text, overrides));
    }

    private ConfigObject resolve(String name, String text, Map<String, String> overrides) {
        if (tree.isPresent()) {
            ShippedScenarios.fileAt(Path.of(""), name).ifPresent(this::opened);
        }
        ConfigObject written = parseText(name, text, folder);
        ConfigObject whole =
                overrides.isEmpty() ? written : Overrides.parse(overrides).withFallback(written);
        Substitutions.check(whole, substitutions);
        return whole.toConfig().resolve(ConfigResolveOptions.noSystem()).root();
    }

    /**
     * The object in a file that another includes.
     *
     * @param from  folder of the including file
     * @param what  as it is written there: a path that starts in that folder, or the name of a shipped scenario
     * @param place of the include
     */
    ConfigObject parseIncluded(Path from, String what, String place) {
        if (tree.isEmpty() || sources.count() >= MAX_FILES) {
            String expected = tree.isEmpty() ? "no included file here" : "at most " + MAX_FILES + " files";
            throw refused(place, expected, what);
        }
        Path file = ShippedScenarios.fileAt(from, what)
                .or(() -> ShippedScenarios.named(what))
                .orElseThrow(() -> missing(from, what, place));
        try {
            if (!tree.get().holds(file) && !file.startsWith(ShippedScenarios.folder())) {
                throw refused(place, "a file below " + tree.get().root() + ", or a shipped scenario", what);
            }
            return parseOnce(file, what, place);
        } catch (IOException unreadable) {
            throw refused(place, "a file that can be read", what);
        }
    }

    private ConfigObject parseOnce(Path file, String what, String place) throws IOException {
        Path real = file.toRealPath();
        requireNoLoop(real, what, place);
        open.add(real);
        ConfigObject parsed = parseText(file.toString(), readText(file), folderOf(file));
        open.removeLast();
        return parsed;
    }

    private void requireNoLoop(Path file, String what, String place) {
        boolean loops = open.contains(file);
        if (loops) {
            String chain = Stream.concat(open.stream().dropWhile(each -> !each.equals(file)), Stream.of(file))
                    .map(each -> String.valueOf(each.getFileName()))
                    .collect(Collectors.joining(" → "));
            throw refused(place, "a file that does not include this one in turn (" + chain + ")", what);
        }
    }

    private static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    private static ScenarioException missing(Path from, String what, String place) {
        Stream<String> known =
                Stream.concat(ShippedScenarios.namesIn(from).stream(), ShippedScenarios.names().stream());
        String hint = NearestWord.question(what.replaceFirst("\\.conf$", ""), known);
        return new ScenarioException(
                place,
                "include",
                "expected a file in " + from + " or the name of a shipped scenario, found no " + Quotation.of(what)
                        + hint);
    }

    private static ScenarioException refused(String place, String expected, String what) {
        return new ScenarioException(place, "include", "expected " + expected + ", found " + Quotation.of(what));
    }

    /** The text of a file of at most 1 MiB. */
    public static String readText(Path file) throws IOException {
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

    private void opened(Path file) {
        try {
            open.add(file.toRealPath());
        } catch (IOException unreadable) {
            throw new ScenarioException(file.toString(), "file", "expected a readable file, found none");
        }
    }

    private ConfigObject parseText(String name, String text, Path from) {
        ScenarioText checked = ScenarioText.check(name, text);
        substitutions.addAll(checked.substitutions());
        ConfigParseOptions options = ConfigParseOptions.defaults()
                .setSyntax(ConfigSyntax.CONF)
                .setOriginDescription(sources.label(name))
                .setIncluder(new ScenarioIncluder(this, name, checked.includePlaces(), from));
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
