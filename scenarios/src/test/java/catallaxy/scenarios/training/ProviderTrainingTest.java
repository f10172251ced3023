package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingScore;
import catallaxy.scenarios.folder.TrainingSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A learner in a liquidity provider's seat. */
final class ProviderTrainingTest {
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "liquidity-desk.conf");

    @TempDir
    Path out;

    private TrainingSummary trained(Map<String, String> settings) throws IOException {
        MarketExperiment desk = new MarketExperiment(ScenarioReader.read(SCENARIO, settings));
        return TrainingRun.begin(ShortTraining.request(desk, 1, out), TrainingWatch.SILENT);
    }

    @Test
    void itSeesFeesBesideTheLossAndChoosesAShareOfEachPool() throws IOException {
        TrainingSummary summary = trained(Map.of(
                "duration", "3 h",
                "agents.learner.cadence", "10 m",
                "training.episode", "0 s",
                "training.rounds", "2",
                "training.worlds", "2",
                "training.final-episodes", "2",
                "learners.learner.settings.rollout-length", "9",
                "learners.learner.settings.minibatch-size", "9"));
        Checkpoint read = Checkpoint.read(Path.of(summary.place().checkpoint()));
        assertThat(read.manifest().origin().observation())
                .contains(
                        "learner/provided.mainnet-ALT-USDC",
                        "learner/net_yield.mainnet-ETH-USDC",
                        "learner/cover.mainnet-ALT-USDC",
                        "learner/volatility.mainnet-ALT-USDC");
        int shares = 3;
        assertThat(read.snapshot().tensors().tensor("learner/policy.2.bias").values())
                .hasSize(2 * shares);
    }

    /** Holding earns nothing over rebalancing, and chance loses. */
    @Test
    @Tag("long")
    void itLearnsToEarnMoreThanHolding() throws IOException {
        TrainingScore.Learner learner = trained(Map.of()).score().learners().getFirst();
        assertThat(learner.overBaseline().trading().low()).isGreaterThan(50);
        assertThat(learner.overBaseline().reward().low()).isPositive();
        assertThat(learner.random().tradingMean()).isNegative();
    }
}
