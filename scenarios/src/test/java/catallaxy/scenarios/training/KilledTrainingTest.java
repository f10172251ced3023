package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Training in processes of their own, killed at random instants: resumed, each ends with the checkpoint of the run that was
 * never stopped, byte for byte. {@code mvn test -Dlong -pl scenarios -am -Dtest=KilledTrainingTest} runs it;
 * {@code -Dcatallaxy.kills=3} kills fewer.
 */
@Tag("long")
class KilledTrainingTest {
    private static final int KILLS = Integer.getInteger("catallaxy.kills", 20);
    private static final long SEED = 20260101;
    private static final long SHORTEST_MILLIS = 300;

    @TempDir
    Path out;

    @ParameterizedTest
    @CsvSource({
        "ppo, cart-pole, 30000",
        "a2c, cart-pole, 30000",
        "dqn, cart-pole, 30000",
        "rainbow, cart-pole, 6000",
        "muzero, cart-pole, 3000",
        "td3, pendulum, 4500",
        "ddpg, pendulum, 4500"
    })
    void resumedAfterAnyKillTheRunEndsInTheSameBits(String learner, String problem, int steps)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        finish(start(train(learner, problem, steps, out.resolve("whole"))));
        long millis = (System.nanoTime() - begun) / 1_000_000;
        Path whole = onlyRun(out.resolve("whole"));
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Path parent = out.resolve("killed-" + kill);
            kill(start(train(learner, problem, steps, parent)), random, millis);
            if (hasBegun(parent)) {
                Path run = onlyRun(parent);
                kill(start(resume(run)), random, millis);
                finish(start(resume(run)));
                requireSame(whole, run, kill);
            }
        }
    }

    /** The folder of a run appears with manifest and scenario in it; a kill before that leaves none. */
    private static boolean hasBegun(Path parent) throws IOException {
        return Files.isDirectory(parent) && !runs(parent).isEmpty();
    }

    private static List<String> train(String learner, String problem, int steps, Path parent) {
        Path scenario = Path.of(System.getProperty("catallaxy.root"), "scenarios", "solved", problem + ".conf");
        return List.of(
                "train",
                scenario.toString(),
                "learner=" + learner,
                "training.steps=" + steps,
                "training.checkpoint-every=" + steps / 15,
                "training.evaluation-episodes=5",
                "training.final-episodes=5",
                "--seed",
                "3",
                "--quiet",
                "--out",
                parent.toString());
    }

    private static List<String> resume(Path run) {
        return List.of("resume", run.toString(), "--quiet");
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.add("-Dcatallaxy.root=" + System.getProperty("catallaxy.root"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void finish(Process process) throws InterruptedException {
        assertThat(process.waitFor()).isZero();
    }

    private static void kill(Process process, Random random, long millis) throws InterruptedException {
        long after = SHORTEST_MILLIS + (long) (random.nextDouble() * millis);
        if (!process.waitFor(after, TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static Path onlyRun(Path parent) throws IOException {
        List<Path> runs = runs(parent);
        assertThat(runs).hasSize(1);
        return runs.getFirst();
    }

    private static List<Path> runs(Path parent) throws IOException {
        try (Stream<Path> runs = Files.list(parent)) {
            return runs.filter(each -> !each.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static void requireSame(Path whole, Path run, int kill) throws IOException {
        Path expected = TrainingFolder.of(whole).checkpoints().newest().orElseThrow();
        Path found = TrainingFolder.of(run).checkpoints().newest().orElseThrow();
        for (String file : List.of("tensors.safetensors", "state.bin")) {
            assertThat(Files.mismatch(found.resolve(file), expected.resolve(file)))
                    .as("kill %d, %s", kill, file)
                    .isEqualTo(-1);
        }
        assertThat(ShortTraining.metrics(run)).isEqualTo(ShortTraining.metrics(whole));
    }
}
