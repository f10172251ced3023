package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.agents.driver.AgentFailedException;
import catallaxy.agents.market.MarketEvaluation;
import catallaxy.scenarios.ExitCode;
import catallaxy.scenarios.UserError;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.AgentPlans;
import catallaxy.scenarios.run.UnsoundAgent;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy that never answers, beside learners, as a learner's advisor, or where policies are scored. */
class HangingNeighbourTest {
    private static final String HANGS = "agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.3 s of "
            + "wall-clock time (faults.decision-timeout)";
    private static final String LEARNS = """
        learners.mine {
          algorithm = ppo
          residual = 0.1
          observe-advice = true
          settings { rollout-length = 4 }
        }
        """;

    @TempDir
    Path folder;

    private Scenario scenario(String way, String... more) throws IOException {
        Path shipped = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");
        Path file = folder.resolve("beside.conf");
        Files.writeString(
                file,
                Files.readString(shipped) + """

                    agents.mine {
                      role = trader
                      cadence = 30 s
                      venues = [spot-ETH-USDC]
                      max-trade = 5000
                      policy = { kind = class, class = "%s", settings { way = "%s" } }
                    }
                    learners.fund = null
                    learners.risk = null
                    learners.maker.settings.rollout-length = 12
                    faults.decision-timeout = 300 ms
                    training { rounds = 2, worlds = 2, checkpoint-every = 1, evaluation-episodes = 1, final-episodes = 1 }
                    %s
                    """.formatted(UnsoundAgent.class.getName(), way, String.join("\n", more)));
        return ScenarioReader.read(file, new LinkedHashMap<>(Map.of("duration", "2 m")));
    }

    private UserError failed(Scenario scenario) {
        TrainingRequest request = ShortTraining.request(new MarketExperiment(scenario), 1, folder.resolve("out"));
        return catchThrowableOfType(UserError.class, () -> TrainingRun.begin(request, TrainingWatch.SILENT));
    }

    private Path runFolder() throws IOException {
        try (var folders = Files.list(folder.resolve("out"))) {
            return folders.findFirst().orElseThrow();
        }
    }

    @Test
    void endsAnEvaluation() throws IOException {
        Scenario scenario = scenario("hangs");
        assertThatThrownBy(() -> MarketEvaluation.of(
                        AgentPlans.agents(scenario, getClass().getClassLoader()), scenario.faultRule(), new long[] {1, 2
                        }))
                .isInstanceOf(AgentFailedException.class)
                .hasMessage(HANGS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        hangs  | agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.3 s of wall-clock time (faults.decision-timeout)
        throws | agent mine failed at its epoch 0, 0 s: IllegalStateException: no idea
        nan    | agent mine failed at its epoch 0, 0 s: trade.spot-ETH-USDC: expected a number in [-5000.0, 5000.0] quote, found NaN
        """)
    void endsATrainingAndItsFolderSaysWhy(String way, String message) throws IOException {
        UserError failed = failed(scenario(way));
        assertThat(failed.exitCode()).isEqualTo(ExitCode.FAILED);
        Path run = runFolder();
        assertThat(failed.explanation())
                .isEqualTo(message + "; trace: " + run.resolve("faults.log") + "\nthere is no checkpoint from before");
        Config manifest = ConfigFactory.parseFile(run.resolve("manifest.json").toFile());
        assertThat(manifest.getString("status")).isEqualTo("failed");
        assertThat(manifest.getString("reason")).isEqualTo(failed.explanation());
        assertThat(Files.readString(run.resolve("faults.log"))).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        hangs  | agent mine hangs: it did not decide at its epoch 0, 0 s, within 0.3 s
        throws | agent mine failed at its epoch 0, 0 s: IllegalStateException: no idea
        nan    | agent mine failed at its epoch 0, 0 s: trade.spot-ETH-USDC: expected a number in
        short  | agent mine failed at its epoch 0, 0 s: expected 1 action components, found 0
        """)
    void endsTheTrainingOfTheLearnerThatItAdvises(String way, String message) throws IOException {
        assertThat(failed(scenario(way, LEARNS)).explanation()).startsWith(message);
    }

    @Test
    void aPatientRuleChangesNothing() throws IOException {
        Scenario scenario = scenario("trades always");
        TrainingRequest request = ShortTraining.request(new MarketExperiment(scenario), 1, folder.resolve("out"));
        TrainingSummary summary = TrainingRun.begin(request, TrainingWatch.SILENT);
        assertThat(summary.course().rounds()).isEqualTo(2);
        assertThat(runFolder().resolve("faults.log")).doesNotExist();
    }
}
