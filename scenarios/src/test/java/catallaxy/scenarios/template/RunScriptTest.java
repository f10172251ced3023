package catallaxy.scenarios.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a new project's {@code ./run} installs the program's jars, with a program and a Maven that only say that they were called. */
class RunScriptTest {
    private static final String JAR = "catallaxy-scenarios-1.jar";

    @TempDir
    Path work;

    @BeforeEach
    void programProjectAndMaven() throws IOException {
        script("checkout/catallaxy", "[ \"$1\" = jdk ] && echo /a/jdk || echo \"$1\" >> $WORK/log");
        jar("1");
        script("bin/mvn", """
                for goal; do :; done
                echo $goal >> $WORK/log
                [ $goal = install ] || exit 0
                to=$HOME/.m2/repository/catallaxy/catallaxy-scenarios/1
                mkdir -p $to && cp $WORK/checkout/scenarios/target/*.jar $to
                touch -d @1000000000.001 $to/*.jar""");
        Project.of(
                        new Project.Wish("agent", "my-trader", "trader", "org.mine"),
                        new Project.ForProgram(work.resolve("checkout"), "1", List.of()))
                .write(work.resolve("project"));
    }

    private void script(String path, String body) throws IOException {
        Path file = work.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** The program's jar, built within the millisecond that Maven keeps of its time. */
    private void jar(String content) throws IOException {
        Path built = work.resolve("checkout/scenarios/target").resolve(JAR);
        Files.createDirectories(built.getParent());
        Files.writeString(built, content);
        assertThat(exit("touch", "-d", "@1000000000.0015", built.toString())).isZero();
    }

    private int exit(String... command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("output").toFile());
        process.environment().put("WORK", work.toString());
        process.environment().put("HOME", work.toString());
        process.environment().merge("PATH", work.resolve("bin") + ":", (path, first) -> first + path);
        process.environment().remove("CATALLAXY_HOME");
        try {
            Process started = process.start();
            assertThat(started.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return started.exitValue();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void run() throws IOException {
        assertThat(exit(work.resolve("project/run").toString()))
                .as(() -> output())
                .isZero();
    }

    private String output() {
        try {
            return Files.readString(work.resolve("output"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(work.resolve("log"));
    }

    @Test
    void jarsAreInstalledOnceAndAgainWhenTheyWereBuiltAnew() throws IOException {
        run();
        assertThat(log()).containsExactly("install", "package", "run");
        run();
        assertThat(log()).as("nothing was built").containsExactly("install", "package", "run", "package", "run");
        jar("2");
        assertThat(exit(
                        "touch",
                        work.resolve("checkout/scenarios/target").resolve(JAR).toString()))
                .isZero();
        run();
        assertThat(log().subList(5, log().size())).containsExactly("install", "package", "run");
    }
}
