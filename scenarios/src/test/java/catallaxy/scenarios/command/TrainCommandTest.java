package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.Checksums;
import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainCommandTest {
    @TempDir
    static Path out;

    private static Outcome trained = new Outcome(-1, "", "");
    private static Config answer = ConfigFactory.empty();

    @BeforeAll
    static void trains() {
        trained = train("--seed", "4", "--json");
        answer = ConfigFactory.parseString(trained.lastLine());
    }

    private static Outcome train(String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", "solved/cart-pole", "--out", out.toString()));
        arguments.addAll(SHORT);
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    private static final List<String> SHORT = List.of(
            "training.steps=2000",
            "training.evaluation-episodes=3",
            "training.final-episodes=7",
            "learners.ppo.rollout-length=16",
            "learners.ppo.epochs=1");

    @Test
    void endsWithOneJsonObjectOfTheAgreedKeys() {
        assertThat(trained.exitCode()).isZero();
        assertThat(trained.out().lines()).hasSize(1);
        assertThat(answer.getString("algorithm")).isEqualTo("ppo");
        assertThat(answer.getString("problem")).isEqualTo("cart-pole");
        assertThat(answer.getLong("steps")).isGreaterThanOrEqualTo(2000);
        assertThat(answer.getDouble("wallSeconds")).isPositive();
        assertThat(answer.getDouble("stepsPerSecond")).isPositive();
        assertThat(answer.getInt("evaluation.episodes")).isEqualTo(7);
        assertThat(answer.getDouble("evaluation.mean")).isPositive();
        assertThat(answer.getDouble("evaluation.std")).isNotNegative();
        assertThat(answer.getString("referee.name")).isNotEmpty();
        assertThat(answer.getDouble("referee.ratio"))
                .isEqualTo(answer.getDouble("referee.attained") / answer.getDouble("referee.optimum"));
        assertThat(Path.of(answer.getString("checkpoint"))).isDirectory();
        assertThat(Path.of(answer.getString("runFolder"))).isDirectory();
    }

    @Test
    void sayingNothingIsAskedForWithQuiet() {
        assertThat(trained.err()).contains("PyTorch");
        assertThat(train("--quiet").err()).isEmpty();
    }

    @Test
    void aFinishedRunIsNotTrainedAgain() {
        Outcome again = Shell.catallaxy("resume", answer.getString("runFolder"), "--json");
        assertThat(again.exitCode()).isZero();
        assertThat(again.err()).contains("ended already");
        assertThat(again.lastLine()).isEqualTo(trained.lastLine());
    }

    @Test
    void evaluatesARunAndACheckpointAlike() {
        String[] how = {"--episodes", "9", "--seed", "3", "--json"};
        Outcome ofRun = evaluate(answer.getString("runFolder"), how);
        Outcome ofCheckpoint = evaluate(answer.getString("checkpoint"), how);
        assertThat(ofRun.exitCode()).isZero();
        assertThat(ofCheckpoint.lastLine()).isEqualTo(ofRun.lastLine());
        Config evaluation = ConfigFactory.parseString(ofRun.lastLine());
        assertThat(evaluation.getInt("evaluation.episodes")).isEqualTo(9);
        Outcome shorter = evaluate(answer.getString("runFolder"), "solved/cart-pole", "problem.maxSteps=5", "--json");
        assertThat(ConfigFactory.parseString(shorter.lastLine()).getDouble("evaluation.mean"))
                .isLessThanOrEqualTo(5);
    }

    private static Outcome evaluate(String checkpoint, String... more) {
        List<String> arguments = new ArrayList<>(List.of("evaluate", checkpoint));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void aDamagedCheckpointIsCorruptAndAMissingOneWrongUsage() throws IOException {
        Path copy = Files.createDirectory(out.resolve("copy"));
        Path checkpoint = Path.of(answer.getString("checkpoint"));
        for (String file : List.of("tensors.safetensors", "state.bin", "manifest.json")) {
            Files.copy(checkpoint.resolve(file), copy.resolve(file));
        }
        Files.writeString(copy.resolve("state.bin"), "x", StandardOpenOption.APPEND);
        Outcome damaged = evaluate(copy.toString());
        assertThat(damaged.exitCode()).isEqualTo(5);
        assertThat(damaged.err().lines()).singleElement().asString().contains("state.bin", "checksum");
        assertThat(evaluate(out.resolve("nowhere").toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void mistakesAreWrongUsage() {
        assertThat(train("learner=sarsa").exitCode()).isEqualTo(2);
        assertThat(train("--device", "tpu").err()).contains("training.device", "auto, cpu, gpu");
        assertThat(Shell.catallaxy(
                                "train",
                                "two-chains",
                                "learners.maker=null",
                                "learners.fund=null",
                                "learners.risk=null")
                        .err())
                .contains("expected learners to train");
        assertThat(Shell.catallaxy("run", "solved/cart-pole").err()).contains("catallaxy train");
        assertThat(Shell.catallaxy("train", "cart-pole").err()).contains("did you mean solved/cart-pole?");
        assertThat(Shell.catallaxy("resume", out.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void aSweepComparesGroupsOverSeeds() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("sweep", "solved/cart-pole", "--json"));
        arguments.addAll(SHORT.subList(1, SHORT.size()));
        arguments.addAll(List.of("training.steps=200", "learners.ppo.hidden=[4],[8,8]", "seed=1,2,3"));
        arguments.addAll(List.of("--out", out.resolve("sweep").toString()));
        Outcome outcome = Shell.catallaxy(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).isZero();
        Config sweep = ConfigFactory.parseString(outcome.lastLine());
        assertThat(sweep.getConfigList("runs")).hasSize(6);
        assertThat(sweep.getConfigList("groups"))
                .extracting(group -> group.getString("group") + " " + group.getInt("n"))
                .containsExactly("learners.ppo.hidden=[4] 3", "learners.ppo.hidden=[8,8] 3");
        assertThat(sweep.getConfigList("contrasts")).hasSize(1);
        assertThat(Files.readString(Path.of(sweep.getString("report"))))
                .contains("Interquartile mean", "Performance profile", "Probability of improvement");
    }

    @Test
    void aSweepThatHasEndedIsResumedToTheSameAnswer() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("sweep", "solved/cart-pole", "--json", "--jobs", "2"));
        arguments.addAll(SHORT.subList(1, SHORT.size()));
        arguments.addAll(List.of("training.steps=200", "seed=1,2"));
        arguments.addAll(List.of("--out", out.resolve("sweep").toString()));
        Outcome outcome = Shell.catallaxy(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).isZero();
        Config sweep = ConfigFactory.parseString(outcome.lastLine());
        Path run = Path.of(sweep.getConfigList("runs").getLast().getString("summary.runFolder"));
        Path manifest = run.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("completed", "running"));
        Files.delete(run.resolve(Checksums.FILE));
        Outcome again = Shell.catallaxy("resume", sweep.getString("folder"), "--json", "--quiet");
        assertThat(again.exitCode()).isZero();
        Config resumed = ConfigFactory.parseString(again.lastLine());
        assertThat(resumed.getConfigList("groups")).isEqualTo(sweep.getConfigList("groups"));
        assertThat(again.err()).doesNotContain("done");
    }
}
