package catallaxy.scenarios.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of project as it lies among the resources: a list of files, in whose names and texts words between {@code @} stand for what
 * the user chose. A new kind is a folder and a line of {@code kinds}. Immutable.
 */
final class Template {
    private static final Pattern WORD = Pattern.compile("@(\\w+)@");

    private final String kind;

    /** The template of a kind. */
    Template(String kind) {
        this.kind = kind;
    }

    /**
     * A file of a project.
     *
     * @param path       in the project's folder, with forward slashes
     * @param executable whether it is a program
     */
    record File(String path, String text, boolean executable) {}

    /** The kinds that there are. */
    static List<String> kinds() {
        return text("kinds").lines().toList();
    }

    /** Whether there is a file among the resources of this kind. */
    boolean has(String path) {
        return Template.class.getResource(kind + "/" + path) != null;
    }

    /**
     * The files of a project.
     *
     * @param words what the words stand for
     */
    List<File> files(Map<String, String> words) {
        return text(kind + "/files")
                .lines()
                .map(line -> file(line.split("\\s+"), words))
                .toList();
    }

    private File file(String[] line, Map<String, String> words) {
        String text = filled(text(kind + "/" + filled(line[0], words)), words);
        return new File(filled(line[1], words), text, line.length > 2);
    }

    /** A text in which each word is what it stands for; an unknown one is a mistake of the template. */
    static String filled(String text, Map<String, String> words) {
        return WORD.matcher(text).replaceAll(word -> {
            String value = words.get(word.group(1));
            if (value == null) {
                throw new IllegalStateException("template: nothing stands for " + word.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String text(String resource) {
        try (InputStream in = Template.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("template: no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
