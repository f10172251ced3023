package catallaxy.scenarios.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The checkout that the tests run in, without what was built or written by runs. */
final class Repository {
    private static final Set<String> NOT_OURS =
            Set.of(".git", "target", "runs", ".idea", ".vscode", ".settings", "build", "dist", "__pycache__", ".venv");
    private static final List<String> TEXTS = List.of(
            ".java",
            ".py",
            ".toml",
            ".md",
            ".conf",
            ".xml",
            ".properties",
            ".html",
            ".js",
            ".css",
            "catallaxy",
            "run",
            ".config");
    private static final Map<String, String> FILES = read(Path.of(System.getProperty("catallaxy.root")));

    private Repository() {}

    /** The text files by path from the root, with slashes, in order. */
    static Map<String, String> texts() {
        return FILES;
    }

    /** All Java sources, parsed. */
    static List<SourceFile> sources() {
        return Sources.PARSED;
    }

    /** The Python sources by path. */
    static Map<String, String> python() {
        Map<String, String> python = new TreeMap<>(FILES);
        python.keySet().removeIf(path -> !path.endsWith(".py"));
        return python;
    }

    private static Map<String, String> read(Path root) {
        Map<String, String> files = new TreeMap<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean skip = NOT_OURS.contains(folder.getFileName().toString());
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (TEXTS.stream().anyMatch(file.getFileName().toString()::endsWith)) {
                        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static final class Sources {
        private static final List<SourceFile> PARSED = SourceParser.parse(java());

        private static Map<String, String> java() {
            Map<String, String> java = new TreeMap<>(FILES);
            java.keySet().removeIf(path -> !path.endsWith(".java"));
            return java;
        }
    }
}
