package catallaxy.scenarios.file;

import catallaxy.evolution.search.SearchKinds;
import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ScenarioParser;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A scenario with a {@code problem}, parsed and about to be read: as {@link ScenarioReader}, what its file, the files it includes and the
 * overrides say, and nothing else.
 *
 * @param source  the file, as the user named it
 * @param root    all of it
 * @param reading which tells afterwards which keys were asked for
 * @param others  the same under further settings
 */
record ProblemFile(String source, Section root, Reading reading, Function<Map<String, String>, ProblemFile> others) {
    static ProblemFile read(Path file, Map<String, String> overrides) {
        return read(file.toString(), textOf(file), overrides, Optional.of(folder(file)));
    }

    static ProblemFile readText(String name, String text, Map<String, String> overrides) {
        return read(name, text, overrides, Optional.empty());
    }

    /** As it is written, whatever it describes. */
    static ConfigObject written(Path file, Map<String, String> overrides) {
        return new ScenarioParser(Optional.of(folder(file))).parse(file.toString(), textOf(file), overrides);
    }

    /** Whether it describes a problem that solutions can only be evolved to. */
    static boolean isEvolvable(ConfigObject written) {
        return written.get("problem") instanceof ConfigObject problem
                && problem.get("kind") != null
                && SearchKinds.problems()
                        .names()
                        .contains(String.valueOf(problem.get("kind").unwrapped()));
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
    }

    private static String textOf(Path file) {
        try {
            return ScenarioParser.readText(file);
        } catch (IOException unreadable) {
            throw new ScenarioException(
                    file.toString(), "file", "expected a readable file, found " + unreadable.getMessage());
        }
    }

    private static ProblemFile read(String source, String text, Map<String, String> overrides, Optional<Path> folder) {
        ScenarioParser parser = new ScenarioParser(folder);
        ConfigObject written = parser.parse(source, text, overrides);
        if (written.containsKey("agents") && !written.containsKey("problem")) {
            throw new ScenarioException(
                    source,
                    "problem",
                    "expected a scenario with a problem, found one with a market, which run and train take");
        }
        return of(
                new Reading(Manual.training(), parser.sources()),
                written,
                source,
                more -> read(source, text, joined(overrides, more), folder));
    }

    private static Map<String, String> joined(Map<String, String> some, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    /** The same file under further settings, about to be read anew. */
    ProblemFile again(Map<String, String> settings) {
        return others.apply(settings);
    }

    /** What was parsed, and is read but once. */
    static ProblemFile of(Reading reading, ConfigObject written, String source) {
        return of(reading, written, source, _ -> {
            throw new IllegalStateException(source + ": was parsed elsewhere");
        });
    }

    private static ProblemFile of(
            Reading reading, ConfigObject written, String source, Function<Map<String, String>, ProblemFile> others) {
        ConfigObject known = written.withoutKey("definitions");
        ConfigObject top = reading.manual().top().withoutKey("definitions");
        Section root = new Section(reading, new SectionText("", "", known, top, source + ":1", reading.sources()));
        return new ProblemFile(source, root, reading, others);
    }
}
