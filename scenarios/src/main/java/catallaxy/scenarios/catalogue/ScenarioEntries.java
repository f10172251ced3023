package catallaxy.scenarios.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scenario files as entries; the comment at the top of a file is its description. */
public final class ScenarioEntries {
    private static final String SUFFIX = ".conf";

    private ScenarioEntries() {}

    /** All scenario files directly in the folder, by name; none where the folder is absent. */
    public static List<Entry> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(ScenarioEntries::entry)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Entry entry(Path file) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        String comment = topComment(file);
        String summary = comment.lines().findFirst().orElse("no description");
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
