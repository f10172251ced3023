package catallaxy.scenarios.file;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The manual, {@code reference.conf}: every key that a scenario may have, with its default. Templates describe what is
 * named by the scenario: {@code templates.FAMILY.KIND}. Immutable.
 */
final class Manual {
    private static final Manual SHIPPED = new Manual(parse(text()));

    private final ConfigObject root;

    private Manual(ConfigObject root) {
        this.root = root;
    }

    static Manual shipped() {
        return SHIPPED;
    }

    /** The text of the file, with its comments. */
    static String text() {
        try (InputStream in = Manual.class.getResourceAsStream("reference.conf")) {
            return new String(Objects.requireNonNull(in, "reference.conf").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Everything, {@code templates} included. */
    ConfigObject root() {
        return root;
    }

    /** What a scenario may say at its top. */
    ConfigObject top() {
        return root.withoutKey("templates");
    }

    /** The template at {@code templates.a} or {@code templates.a.b}. */
    ConfigObject template(String path) {
        ConfigValue value = root.toConfig().getValue(path);
        return Written.objectOf(value);
    }

    /** The kinds of a family of templates, sorted. */
    List<String> kinds(String family) {
        return template(family).keySet().stream().sorted().toList();
    }

    private static ConfigObject parse(String text) {
        ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription("reference.conf");
        return ConfigFactory.parseString(text, options).root();
    }
}
