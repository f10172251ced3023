package catallaxy.scenarios.file.text;

import catallaxy.scenarios.NaturalOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The scenario files that come with the program, which any scenario may include by name, such as {@code solved/merton}. */
final class ShippedScenarios {
    private static final String SUFFIX = ".conf";
    private static final int DEPTH = 2;

    private ShippedScenarios() {}

    /** Where they lie; the folder may be absent. */
    static Path folder() {
        return Path.of(System.getProperty("catallaxy.root", ""))
                .toAbsolutePath()
                .normalize()
                .resolve("scenarios");
    }

    /** The file of this name, with or without its ending; none where there is none. */
    static Optional<Path> named(String name) {
        return fileAt(folder(), name).filter(file -> file.startsWith(folder()));
    }

    /** The file of this name in a folder, with or without its ending, normalised; none where there is none. */
    static Optional<Path> fileAt(Path folder, String name) {
        return Stream.of(name, name + SUFFIX)
                .map(each -> folder.resolve(each).toAbsolutePath().normalize())
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** Their names, without the ending. */
    static List<String> names() {
        return namesIn(folder());
    }

    /** The names of the scenario files in a folder and in its folders, without their ending. */
    static List<String> namesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(folder, DEPTH, (file, _) -> file.toString().endsWith(SUFFIX))) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted(NaturalOrder.NAMES)
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }
}
