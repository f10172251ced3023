package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners in the seats that set a pool's fee and that keep a range. */
final class FeeSetterTrainingTest {
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "adaptive-pool.conf");

    @TempDir
    Path out;

    private TrainingSummary trained(Map<String, String> settings) throws IOException {
        MarketExperiment pool = new MarketExperiment(ScenarioReader.read(SCENARIO, settings));
        return TrainingRun.begin(ShortTraining.request(pool, 1, out), TrainingWatch.SILENT);
    }

    private static Map<String, String> shortly(String learner) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "duration", "2 h",
                "training.episode", "0 s",
                "training.rounds", "2",
                "training.worlds", "2",
                "training.final-episodes", "2"));
        settings.put("learners." + learner + ".settings.rollout-length", "6");
        settings.put("learners." + learner + ".settings.minibatch-size", "6");
        return settings;
    }

    @Test
    void oneSeesVolatilityAndFlowAndChoosesAmongFees() throws IOException {
        TrainingSummary summary = trained(shortly("pilot"));
        Checkpoint read = Checkpoint.read(Path.of(summary.place().checkpoint()));
        assertThat(read.manifest().origin().observation())
                .contains("pilot/log_fee", "pilot/log_volatility", "pilot/flow", "pilot/volume_over_depth");
        assertThat(read.snapshot().tensors().tensor("pilot/policy.2.bias").values())
                .as("six fees")
                .hasSize(6);
    }

    @Test
    void theOtherSeesItsRangeAndChoosesAWidth() throws IOException {
        Map<String, String> settings = shortly("ranger");
        settings.put(
                "agents.ranger",
                "{ role = range-manager, pool = pool, policy.kind = range-width,"
                        + " holdings { mainnet { ETH = 10, USDC = 30000 } } }");
        settings.put("learners.pilot", "null");
        settings.put("learners.ranger.algorithm", "ppo");
        TrainingSummary summary = trained(settings);
        Checkpoint read = Checkpoint.read(Path.of(summary.place().checkpoint()));
        assertThat(read.manifest().origin().observation())
                .contains("ranger/log_width", "ranger/to_lower", "ranger/to_upper", "ranger/in_range");
    }

    /** The fee that stays is the baseline. */
    @Test
    @Tag("long")
    void theOneLearnsToEarnMoreThanAFeeThatStays() throws IOException {
        TrainingScore.Learner learner = trained(Map.of()).score().learners().getFirst();
        assertThat(learner.overBaseline().reward().low()).isPositive();
    }
}
