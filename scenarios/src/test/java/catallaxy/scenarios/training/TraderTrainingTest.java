package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.folder.TrainingSummary;
import catallaxy.scenarios.run.DriverKind;
import catallaxy.scenarios.run.RunRequest;
import catallaxy.scenarios.run.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trader of bull-and-bear, whose decisions are of a direction, a size and a time frame at once. */
final class TraderTrainingTest {
    private static final Path SCENARIO =
            Path.of(System.getProperty("catallaxy.root"), "scenarios", "bull-and-bear.conf");
    private static final ClassLoader CLASSES = TraderTrainingTest.class.getClassLoader();

    @TempDir
    Path out;

    private static Scenario scenario(Map<String, String> more) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "duration", "2 h",
                "agents.trader.cadence", "1 m",
                "training.rounds", "2",
                "training.worlds", "2",
                "training.evaluation-episodes", "0",
                "training.final-episodes", "2",
                "learners.trader.settings.rollout-length", "120",
                "learners.trader.settings.minibatch-size", "60"));
        settings.putAll(more);
        return ScenarioReader.read(SCENARIO, settings);
    }

    private String digest(Scenario scenario, DriverKind driver) throws IOException {
        RunRequest request = new RunRequest(
                scenario, 9, driver, out.resolve("runs"), "catallaxy run", "test", CLASSES, OptionalLong.empty());
        return Simulation.run(request, timeNanos -> {}).subject().digest();
    }

    @Test
    void choosesAmongDirectionsSizesAndTimeFramesAndPlaysThemAlikeUnderEveryDriver() throws IOException {
        TrainingRequest request =
                ShortTraining.request(new MarketExperiment(scenario(Map.of())), 5, out.resolve("trained"));
        TrainingSummary summary = TrainingRun.begin(request, TrainingWatch.SILENT);
        Path checkpoint = Path.of(summary.place().checkpoint());
        Checkpoint read = Checkpoint.read(checkpoint);
        assertThat(read.manifest().origin().observation())
                .contains(
                        "trader/working.trade.spot-ETH-USDC",
                        "trader/volume.spot-ETH-USDC",
                        "trader/trend_144.spot-ETH-USDC",
                        "trader/share.ETH");
        int sizesTimesFrames = 4 * 2 + 1;
        assertThat(read.snapshot().tensors().tensor("trader/policy.2.bias").values())
                .hasSize(sizesTimesFrames);
        Scenario seated =
                scenario(Map.of("agents.trader.policy", "{ kind = checkpoint, path = \"" + checkpoint + "\" }"));
        String batch = digest(seated, DriverKind.BATCH);
        assertThat(digest(seated, DriverKind.ACTORS)).isEqualTo(batch);
        assertThat(digest(scenario(Map.of()), DriverKind.BATCH)).isNotEqualTo(batch);
    }
}
