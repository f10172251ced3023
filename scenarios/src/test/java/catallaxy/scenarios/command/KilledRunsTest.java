package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.command.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of simulations in a process of its own, which is killed or interrupted in the midst of it. */
final class KilledRunsTest {
    private static final List<String> SWEEP = List.of(
            "sweep",
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf")
                    .toString(),
            "duration=90 m",
            "seed=1..8",
            "agents.maker.policy.gamma=0.0005,0.01",
            "--jobs",
            "2",
            "--quiet");

    @TempDir
    Path out;

    private Process begun(String folder) throws IOException {
        List<String> arguments = new ArrayList<>(SWEEP);
        arguments.addAll(List.of("--out", out.resolve(folder).toString()));
        return new ProcessBuilder(TrainingProcess.commandLine(arguments))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Waits until some runs have ended, and others have not. */
    private void awaitSome(Process sweep, String folder, int runs) throws Exception {
        while (ended(folder) < runs) {
            assertThat(sweep.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private long ended(String folder) throws IOException {
        return files(folder, "checksums.json").size();
    }

    private List<Path> files(String folder, String name) throws IOException {
        if (!Files.isDirectory(out.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> found = Files.find(
                out.resolve(folder),
                4,
                (path, _) -> path.getFileName().toString().equals(name))) {
            return found.toList();
        }
    }

    private static Map<String, @Nullable Object> answer(String... arguments) throws IOException {
        Outcome outcome = Shell.catallaxy(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return JsonText.read(outcome.lastLine());
    }

    @Test
    @Timeout(240)
    void afterAKillTheTableIsThatOfTheSweepThatWasLeftAlone() throws Exception {
        Process sweep = begun("killed");
        try {
            awaitSome(sweep, "killed", 3);
            sweep.destroyForcibly().waitFor();
        } finally {
            sweep.destroyForcibly();
        }
        long kept = ended("killed");
        assertThat(kept).isBetween(3L, 15L);
        Path folder =
                Objects.requireNonNull(files("killed", "plan.json").getFirst().getParent());
        Map<Path, FileTime> before = new LinkedHashMap<>();
        for (Path each : files("killed", "checksums.json")) {
            before.put(each, Files.getLastModifiedTime(each));
        }

        Map<String, @Nullable Object> resumed = answer("resume", folder.toString(), "--json", "--quiet");
        List<String> alone = new ArrayList<>(SWEEP);
        alone.addAll(List.of("--json", "--out", out.resolve("alone").toString()));
        Map<String, @Nullable Object> expected = answer(alone.toArray(String[]::new));
        for (String key : List.of("groups", "paired", "notes", "failures", "warnings")) {
            assertThat(resumed.get(key)).as(key).isEqualTo(expected.get(key));
        }
        assertThat(resumed.get("groups")).asString().contains("pnlOverHolding");
        assertThat(ended("killed")).isEqualTo(16);
        assertThat(files("killed", "manifest.json")).hasSize(16);
        for (Map.Entry<Path, FileTime> each : before.entrySet()) {
            assertThat(Files.getLastModifiedTime(each.getKey())).isEqualTo(each.getValue());
        }
    }

    @Test
    @Timeout(120)
    void anInterruptionEndsItWithThreeAndItCanGoOn() throws Exception {
        Process sweep = begun("stopped");
        try {
            awaitSome(sweep, "stopped", 2);
            sweep.destroy();
            assertThat(sweep.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(sweep.exitValue()).isEqualTo(3);
        } finally {
            sweep.destroyForcibly();
        }
        Path folder =
                Objects.requireNonNull(files("stopped", "plan.json").getFirst().getParent());
        Map<String, @Nullable Object> seen = answer(
                "report", folder.toString(), "--out", out.resolve("seen.html").toString(), "--json");
        assertThat(seen.get("groups")).asString().contains("unfinished: not begun, or not to its end");
        Map<String, @Nullable Object> resumed = answer("resume", folder.toString(), "--json", "--quiet");
        assertThat(resumed.get("groups")).asString().doesNotContain("unfinished");
    }
}
