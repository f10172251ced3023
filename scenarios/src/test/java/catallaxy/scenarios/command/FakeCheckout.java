package catallaxy.scenarios.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A checkout with the real launcher and tiny sources, a Maven that only counts its builds, and a JDK whose {@code java}
 * prints its arguments, one a line.
 */
final class FakeCheckout {
    private static final String MAVEN = """
            #!/bin/sh
            echo build >> "$FAKE/builds"
            echo "[INFO] noise"
            if [ -f "$FAKE/broken" ]; then echo "[ERROR] Pool.java:[3,4] ';' expected"; exit 1; fi
            while [ -f "$FAKE/slow" ]; do sleep 0.05; done
            mkdir -p "$FAKE/a checkout/scenarios/target/lib"
            echo jar > "$FAKE/a checkout/scenarios/target/catallaxy-scenarios-1.jar"
            echo jar > "$FAKE/a checkout/scenarios/target/lib/library.jar"
            """;
    private static final String JAVA = """
            #!/bin/sh
            for argument; do echo "$argument"; case $argument in -XX:AOTCacheOutput=*) : > "${argument#*=}" ;; esac; done
            case " $* " in *" locale "*) echo "locale $LC_ALL" ;; *" wait "*) exec sleep 60 ;; *" fail "*) exit 3 ;; esac
            """;

    private final Path folder;
    private final Path root;

    FakeCheckout(Path folder, Path launcher) throws IOException {
        this.folder = folder;
        this.root = Files.createDirectories(folder.resolve("a checkout"));
        executable(root.resolve("catallaxy"), Files.readString(launcher));
        write("pom.xml", "<project/>");
        write("scenarios/pom.xml", "<project/>");
        write("environment/market/src/main/java/Pool.java", "class Pool {}");
        executable(folder.resolve("bin/mvn"), MAVEN);
        jdk("jdk", "25.0.1");
        cores(2);
    }

    Path root() {
        return root;
    }

    /** A file of the fake world outside the checkout; {@code slow} and {@code broken} steer the fake Maven. */
    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String path, String text) {
        return put(root.resolve(path), text);
    }

    /** Makes a JDK of the given version and returns its home. */
    Path jdk(String name, String version) {
        Path home = folder.resolve(name);
        executable(home.resolve("bin/java"), JAVA);
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        put(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    /** Makes the machine one of so many cores. */
    void cores(int count) {
        executable(folder.resolve("bin/nproc"), "#!/bin/sh\necho " + count + "\n");
    }

    /** Makes a tool of the machine reachable without its folder on PATH. */
    void lend(String tool) {
        executable(folder.resolve("bin").resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
    }

    int builds() throws IOException {
        Path log = folder.resolve("builds");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** What the launcher printed and exited with. */
    record Outcome(int exitCode, List<String> out, String err) {
        /** The value of the class path option. */
        String classPath() {
            return out.get(out.indexOf("-cp") + 1);
        }

        /** What came after the main class. */
        List<String> arguments() {
            return out.subList(out.indexOf("catallaxy.scenarios.command.Main") + 1, out.size());
        }
    }

    /** A launcher at work. */
    record Launch(Process process, Path output, Path errors) {
        Outcome finish() throws IOException, InterruptedException {
            int exitCode = process.waitFor();
            return new Outcome(exitCode, Files.readAllLines(output), Files.readString(errors));
        }
    }

    Outcome launch(String... arguments) throws IOException, InterruptedException {
        return start(Map.of(), arguments).finish();
    }

    Outcome launch(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        return start(environment, arguments).finish();
    }

    /** Starts the launcher from the folder around the checkout, in an empty environment without HOME. */
    Launch start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("a checkout/catallaxy"));
        command.addAll(List.of(arguments));
        return start(environment, command);
    }

    Launch start(Map<String, String> environment, List<String> command) throws IOException {
        Path output = Files.createTempFile(folder, "out", ".txt");
        Path errors = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("FAKE", folder.toString());
        builder.environment().putAll(environment);
        return new Launch(builder.start(), output, errors);
    }

    private static void executable(Path file, String text) {
        if (!put(file, text).toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot make executable: " + file);
        }
    }

    private static Path put(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
