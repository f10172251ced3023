package catallaxy.scenarios.file.text;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that make up one scenario, and how the parser's origins lead back to them. The parser is given a short
 * label instead of each file's name, so that no character of a name can be taken for something else. One thread.
 */
public final class Sources {
    public static final String COMMAND_LINE = "command line";
    private static final Pattern LABELLED = Pattern.compile("source(\\d+): (\\d+)|" + COMMAND_LINE);

    private final List<String> names = new ArrayList<>();

    /** Takes in a file and returns the label to parse it under. */
    String label(String name) {
        names.add(name);
        return "source" + (names.size() - 1);
    }

    int count() {
        return names.size();
    }

    /** File and line of an origin, the first where it has several. */
    public String place(ConfigOrigin origin) {
        Matcher matcher = LABELLED.matcher(origin.description());
        if (!matcher.find()) {
            return names.isEmpty() ? COMMAND_LINE : names.getFirst() + ":1";
        }
        return matcher.group(1) == null ? COMMAND_LINE : place(Integer.parseInt(matcher.group(1)), matcher.group(2));
    }

    /** Folder of the file that an origin lies in; empty where that is the command line. */
    public Optional<Path> folder(ConfigOrigin origin) {
        Matcher matcher = LABELLED.matcher(origin.description());
        return matcher.find() && matcher.group(1) != null
                ? Optional.ofNullable(Path.of(names.get(Integer.parseInt(matcher.group(1))))
                        .toAbsolutePath()
                        .getParent())
                : Optional.empty();
    }

    private String place(int file, String line) {
        return names.get(file) + ":" + line;
    }
}
