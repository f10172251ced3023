package catallaxy.scenarios.command;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The command line made of the classes of this test, packed as the launcher packs the program: jars and an ahead-of-time cache of
 * what a short run loads, for tests that start it dozens of times. A start then takes half as long; making it takes as long as ten.
 */
final class PackedProgram {
    private final Path folder;
    private final String classPath;
    private final Path cache;

    private PackedProgram(Path folder) throws IOException {
        this.folder = folder;
        cache = folder.resolve("program.aot");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            entries.add(Files.isDirectory(Path.of(entry)) ? packed(Path.of(entry), entries.size()) : entry);
        }
        classPath = String.join(File.pathSeparator, entries);
    }

    /**
     * Packs it into a folder and makes the cache; where that fails the program starts without one.
     *
     * @param folder empty
     */
    static PackedProgram in(Path folder) throws IOException, InterruptedException {
        PackedProgram program = new PackedProgram(Files.createDirectories(folder));
        program.train();
        return program;
    }

    /** The words that start it; its own arguments come after them. */
    List<String> words() {
        return words(hasCache() ? "-XX:AOTCache=" + cache : "-Xshare:auto");
    }

    /** Whether there is a cache of classes. */
    boolean hasCache() {
        return Files.exists(cache);
    }

    private List<String> words(String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:aot*=off",
                "-Xlog:cds*=off",
                "-Djdk.reflect.useNativeAccessorOnly=true",
                option,
                "-Dcatallaxy.root=" + System.getProperty("catallaxy.root"),
                "-cp",
                classPath,
                Main.class.getName());
    }

    private void train() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(words("-XX:AOTCacheOutput=" + cache));
        words.addAll(List.of("run", "two-chains", "duration=1m", "--out"));
        words.add(folder.resolve("training").toString());
        Process training = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile())
                .start();
        if (training.waitFor() != 0) {
            Files.deleteIfExists(cache);
        }
    }

    private String packed(Path classes, int number) throws IOException {
        Path jar = folder.resolve("classes-" + number + ".jar");
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            out.setLevel(0);
            files.filter(Files::isRegularFile).sorted().forEach(file -> add(out, classes, file));
        }
        return jar.toString();
    }

    private static void add(JarOutputStream out, Path classes, Path file) {
        try {
            out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
            Files.copy(file, out);
            out.closeEntry();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
