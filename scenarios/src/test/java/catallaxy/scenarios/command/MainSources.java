package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sources of the program itself, without its tests. */
final class MainSources {
    private MainSources() {}

    /** The sources below {@code root}, a checkout at whatever path, that contain {@code word} in any case. */
    static List<Path> naming(Path root, String word) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> sources = files.map(root::relativize)
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .toList();
            assertThat(sources).hasSizeGreaterThan(100);
            return sources.stream()
                    .filter(file -> text(root.resolve(file)).contains(word.toLowerCase(Locale.ROOT)))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).toLowerCase(Locale.ROOT);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
