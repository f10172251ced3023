package catallaxy.scenarios.catalogue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scenario files as entries; the comment at the top of a file is its description. */
public final class ScenarioEntries {
    private static final String SUFFIX = ".conf";
    private static final int DEPTH = 2;
    private static final Comparator<Path> BY_DEPTH_AND_NAME =
            Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder());

    private ScenarioEntries() {}

    /** All scenario files in the folder and in its folders, by name such as {@code solved/cart-pole}; none where it is absent. */
    public static List<Entry> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(folder, DEPTH, (file, _) -> isShipped(folder, file))) {
            return files.sorted(BY_DEPTH_AND_NAME)
                    .map(file -> entry(folder, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isShipped(Path folder, Path file) {
        Path inside = folder.relativize(file);
        return file.toString().endsWith(SUFFIX)
                && Files.isRegularFile(file)
                && !inside.startsWith("src")
                && !inside.startsWith("target");
    }

    private static Entry entry(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
        String name = path.substring(0, path.length() - SUFFIX.length());
        String comment = topComment(file);
        String summary =
                comment.lines().filter(line -> !line.isBlank()).findFirst().orElse("no description");
        return new Entry("scenarios", name, summary, comment + "\n\nfile: " + file);
    }

    private static String topComment(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ?", ""))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
