package catallaxy.scenarios.command;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.command.Shell.Outcome;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a small market: two algorithms, two seeds, two learners; one of the settings does not fit. */
final class SweepCommandTest {
    @TempDir
    static Path out;

    private static Outcome outcome = new Outcome(-1, "", "");
    private static Config sweep = ConfigFactory.empty();

    @BeforeAll
    static void sweeps() {
        outcome = sweep(
                "--json",
                "--quiet",
                "seed=1,2",
                "learners.maker.settings={rollout-length=60,hidden=[4]},{rollout-length=60,hidden=[8]},{rollout-length=7}");
        sweep = ConfigFactory.parseString(outcome.lastLine());
    }

    private static Outcome sweep(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "sweep",
                "two-chains",
                "duration=5 m",
                "agents.fund.cadence=1 m",
                "learners.fund.settings.rollout-length=5",
                "learners.risk=null",
                "training.rounds=1",
                "training.worlds=1",
                "training.evaluation-episodes=1",
                "training.final-episodes=1",
                "--out",
                out.toString()));
        arguments.addAll(List.of(more));
        return Shell.catallaxy(arguments.toArray(String[]::new));
    }

    @Test
    void whatIsProbablyNotWantedIsSaidOnce() {
        Outcome warned = sweep(
                "seed=1,2",
                "venues.spot-ETH-USDC.tick=20",
                "learners.maker.settings={rollout-length=60,hidden=[4]}",
                "--quiet",
                "--json");
        assertThat(warned.exitCode()).isZero();
        assertThat(warned.err().lines().filter(line -> line.startsWith("warning: ")))
                .singleElement()
                .asString()
                .contains("venues.spot-ETH-USDC.tick: is ", " bp of the first price");
        String run = ConfigFactory.parseString(warned.lastLine())
                .getConfigList("runs")
                .getFirst()
                .getString("summary.runFolder");
        assertThat(Shell.catallaxy("evaluate", run, "--episodes", "1").err())
                .contains("warning: ", "venues.spot-ETH-USDC.tick: is ");
    }

    @Test
    void aReportOfTheSweepsFolderIsThatOfTheSweep() throws IOException {
        Path file = out.resolve("again.html");
        Outcome report = Shell.catallaxy("report", sweep.getString("folder"), "--out", file.toString(), "--json");
        assertThat(ConfigFactory.parseString(report.lastLine()).getConfigList("groups"))
                .isEqualTo(sweep.getConfigList("groups"));
        assertThat(file).hasSameTextualContentAs(Path.of(sweep.getString("report")));
    }

    @Test
    void comparesEachLearnerOverSeeds() {
        assertThat(sweep.getConfigList("groups"))
                .extracting(each -> each.getString("score") + " " + each.getString("agent") + " " + each.getInt("n"))
                .containsExactly(
                        "overBaseline.mean fund 2",
                        "overBaseline.mean fund 2",
                        "overBaseline.mean fund 0",
                        "overBaseline.mean maker 2",
                        "overBaseline.mean maker 2",
                        "overBaseline.mean maker 0",
                        "overBaseline.trading.mean fund 2",
                        "overBaseline.trading.mean fund 2",
                        "overBaseline.trading.mean fund 0",
                        "overBaseline.trading.mean maker 2",
                        "overBaseline.trading.mean maker 2",
                        "overBaseline.trading.mean maker 0");
        assertThat(sweep.getConfigList("contrasts")).hasSize(8);
        assertThat(sweep.getConfigList("groups").getFirst().getConfigList("profile"))
                .allSatisfy(point -> assertThat(point.getDouble("above.value")).isBetween(0., 1.));
    }

    @Test
    void aRunThatDoesNotFitFailsAlone() {
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(sweep.getConfigList("runs")).hasSize(6);
        assertThat(sweep.getConfigList("runs").stream().filter(run -> run.hasPath("failure")))
                .hasSize(2)
                .allSatisfy(run -> assertThat(run.getString("failure")).contains("rollout-length: expected a divisor"));
    }

    @Test
    void aGroupWhoseRunsAllFailedSaysSo() {
        assertThat(sweep.getConfigList("groups").stream().filter(group -> group.getInt("n") == 0))
                .hasSize(4)
                .allSatisfy(group -> {
                    assertThat(group.getInt("runs")).isEqualTo(2);
                    assertThat(group.getInt("failed")).isEqualTo(2);
                    assertThat(group.hasPath("mean")).isFalse();
                    assertThat(group.getStringList("absences").getFirst())
                            .startsWith("2 failed: ")
                            .contains("rollout-length: expected a divisor");
                });
        assertThat(sweep.getConfigList("contrasts").stream()
                        .filter(contrast -> contrast.hasPath("obstacle"))
                        .map(contrast -> contrast.getString("obstacle")))
                .hasSize(4)
                .containsOnly("learners.maker.settings={rollout-length=7} has no score");
    }

    @Test
    void theSeedIsThatOfTheTraining() {
        assertThat(sweep.getConfigList("runs").stream()
                        .filter(run -> !run.hasPath("failure"))
                        .map(run -> run.getInt("summary.seed")))
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void sayingNothingIsAskedForWithQuiet() {
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theReportComparesTheGroupsByTheirSettings() throws IOException {
        assertThat(Files.readString(Path.of(sweep.getString("report"))))
                .contains("learners.maker.settings={rollout-length=60,hidden=[4]} maker<")
                .contains("Interquartile mean", "Probability of improvement", "0 of 2, 2 failed")
                .contains("maker: Performance profile", "fund: Performance profile")
                .contains("Trading score over the baseline");
    }

    @Test
    void reportComparesMarketTrainingsByConfiguration() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("report"));
        sweep.getConfigList("runs").stream()
                .filter(run -> !run.hasPath("failure"))
                .forEach(run -> arguments.add(run.getString("summary.runFolder")));
        Path file = out.resolve("report.html");
        arguments.addAll(List.of("--out", file.toString()));
        assertThat(Shell.catallaxy(arguments.toArray(String[]::new)).exitCode()).isZero();
        assertThat(Files.readString(file))
                .containsPattern(">two-chains [0-9a-f]{4} maker<")
                .contains("Interquartile mean");
    }

    @Test
    void whatHasEndedIsPrintedAgainByResume() {
        Outcome again = Shell.catallaxy("resume", sweep.getString("folder"), "--quiet");
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).isEmpty();
        assertThat(again.out())
                .contains("Score over the baseline's, quote units", "P(score > τ), τ =", "IQM")
                .contains("hidden=[8]} fund > ")
                .contains("0 of 2, 2 failed", "rollout-length=7} maker: 2 failed: ", "= unknown: ")
                .contains("failed: {");
    }

    @Test
    void mistakesAreWrongUsageBeforeAnythingIsTrained() {
        assertThat(sweep("learners.maker.algoritm=ppo,a2c").err()).contains("did you mean 'algorithm'?");
        assertThat(sweep("seed=1,1").err()).contains("found one run twice");
        assertThat(sweep("seed=1", "seed=2").err()).contains("seed: expected one value, found two");
        Outcome nobody = Shell.catallaxy("sweep", "two-chains", "learners=null", "seed=1,2", "--train");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.err()).contains("expected learners to train");
    }
}
