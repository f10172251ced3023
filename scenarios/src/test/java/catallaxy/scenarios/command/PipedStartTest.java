package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that starts anew with its outputs in a pipe and a file. */
final class PipedStartTest {
    @TempDir
    Path folder;

    @Test
    void standardErrorHasNothingButTheProgramsOwnWords() throws IOException, InterruptedException {
        Path said = folder.resolve("stderr");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-Dcatallaxy.root=" + System.getProperty("catallaxy.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "run",
                        "two-chains",
                        "duration=1 m",
                        "--no-report",
                        "--out",
                        folder.toString())
                .redirectError(said.toFile())
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(printed).startsWith("two-chains, seed 1, actors driver: 60 simulated seconds");
        assertThat(Files.readAllLines(said)).allMatch(line -> line.startsWith("catallaxy: "));
    }
}
