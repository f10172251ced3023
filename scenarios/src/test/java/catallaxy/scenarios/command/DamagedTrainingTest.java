package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A training's folder in which a byte is another than was written. */
final class DamagedTrainingTest {
    @TempDir
    static Path out;

    private static Path run = Path.of("");

    @BeforeAll
    static void trains() throws IOException {
        Outcome trained = Shell.catallaxy(
                "train",
                "solved/cart-pole",
                "--out",
                out.toString(),
                "--quiet",
                "training.steps=500",
                "training.evaluation-episodes=1",
                "training.final-episodes=1",
                "learners.ppo.rollout-length=16",
                "learners.ppo.epochs=1");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        try (Stream<Path> runs = Files.list(out)) {
            run = runs.findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "scenario.conf", "summary.json", "metrics.jsonl", "command.txt"})
    void isCorruptToEvaluateResumeAndReport(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(file, damaged);
        try {
            for (String command : new String[] {"evaluate", "resume", "report"}) {
                Outcome outcome = Shell.catallaxy(command, run.toString());
                assertThat(outcome.exitCode()).as(command).isEqualTo(5);
                assertThat(outcome.err()).as(command).startsWith("error: ").contains(name);
            }
        } finally {
            Files.write(file, whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "scenario.conf"})
    void isCorruptToResumeWithoutAFileThatItHad(String name) throws IOException {
        Path file = run.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);
        try {
            Outcome outcome = Shell.catallaxy("resume", run.toString());
            assertThat(outcome.exitCode()).isEqualTo(5);
            assertThat(outcome.err()).contains(file + ": missing, though checksums.json names it");
        } finally {
            Files.write(file, whole);
        }
    }

    @Test
    void isEvaluatedWhereItIsWhole() {
        Outcome outcome = Shell.catallaxy("evaluate", run.toString(), "--episodes", "1");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }
}
