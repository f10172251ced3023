package catallaxy.scenarios.file;

import catallaxy.scenarios.file.manual.Manual;
import catallaxy.scenarios.file.section.Reading;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.SectionText;
import catallaxy.scenarios.file.text.ScenarioException;
import catallaxy.scenarios.file.text.ScenarioParser;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Reads scenario files; {@code reference.conf} describes every key. A scenario is what its file, the files it includes,
 * and the overrides say: nothing is taken from the environment, from system properties or from the network.
 */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @param overrides key → value, as given on the command line
     * @throws ScenarioException with every mistake that was found, up to twenty
     */
    public static Scenario read(Path file, Map<String, String> overrides) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of(""));
        try {
            String text = ScenarioParser.readText(file);
            return read(file.toString(), text, overrides, Optional.of(folder));
        } catch (IOException unreadable) {
            throw new ScenarioException(
                    file.toString(), "file", "expected a readable file, found " + unreadable.getMessage());
        }
    }

    /**
     * Reads a text that no file includes into; relative names of candle files start in the working folder.
     *
     * @param name of the text, as messages show it
     * @throws ScenarioException as {@link #read}
     */
    public static Scenario readText(String name, String text, Map<String, String> overrides) {
        return read(name, text, overrides, Optional.empty());
    }

    private static Scenario read(String source, String text, Map<String, String> overrides, Optional<Path> folder) {
        Map<String, String> whole = SeatOverrides.spelledOut(
                overrides, Manual.shipped(), some -> new ScenarioParser(folder).parse(source, text, some));
        ScenarioParser parser = new ScenarioParser(folder);
        ConfigObject written = parser.parse(source, text, whole);
        if (written.containsKey("problem") && !written.containsKey("world")) {
            throw new ScenarioException(
                    source, "problem", "expected a scenario with a market, found one to train in: catallaxy train");
        }
        Reading reading = new Reading(Manual.shipped(), parser.sources());
        return read(reading, written, source);
    }

    /** Reads what was parsed; the reading tells afterwards which keys were asked for. */
    static Scenario read(Reading reading, ConfigObject written, String source) {
        ConfigObject known = written.withoutKey("definitions");
        ConfigObject top = reading.manual().top().withoutKey("definitions");
        Section root = new Section(reading, new SectionText("", "", known, top, source + ":1", reading.sources()));
        return new MarketReader(root, reading).read(source, baseName(source));
    }

    static String baseName(String source) {
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return file.endsWith(".conf") ? file.substring(0, file.length() - ".conf".length()) : file;
    }
}
