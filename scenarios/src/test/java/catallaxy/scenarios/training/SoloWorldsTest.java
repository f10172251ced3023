package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.training.Checkpoint;
import catallaxy.scenarios.file.ScenarioException;
import catallaxy.scenarios.file.ScenarioReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learners of which each has worlds in which it is the only one. */
final class SoloWorldsTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    @TempDir
    Path out;

    private static Map<String, String> settings(String worlds, String solo) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("duration", "10 m");
        settings.put("agents.fund.cadence", "1 m");
        settings.put("learners.maker.settings.rollout-length", "120");
        settings.put("learners.fund.settings.rollout-length", "10");
        settings.put("learners.risk.settings.rollout-length", "10");
        settings.put("training.rounds", "2");
        settings.put("training.worlds", worlds);
        settings.put("training.solo-worlds", solo);
        settings.put("training.evaluation-episodes", "0");
        settings.put("training.final-episodes", "1");
        return settings;
    }

    private Map<String, Object> trained(Map<String, String> settings) throws IOException {
        return MarketTrainingRun.begin(
                new MarketTrainingRequest(
                        ScenarioReader.read(SCENARIO, settings),
                        7,
                        out,
                        "",
                        "test",
                        SoloWorldsTest.class.getClassLoader()),
                TrainingWatch.SILENT);
    }

    private static float[] fundsWeights(Map<String, Object> summary) throws IOException {
        return Checkpoint.read(Path.of(String.valueOf(summary.get("checkpoint"))))
                .snapshot()
                .tensors()
                .tensor("fund/policy.0.weight")
                .values();
    }

    /** The first of three worlds is the fund's: what it learns there is what it learns without other learners. */
    @Test
    void aLearnerInItsOwnWorldLearnsAsIfThereWereNoOthers() throws IOException {
        Map<String, Object> three = trained(settings("3", "1"));
        Map<String, String> lone = settings("1", "0");
        lone.keySet().removeIf(key -> key.startsWith("learners.maker") || key.startsWith("learners.risk"));
        lone.put("learners.maker", "null");
        lone.put("learners.risk", "null");
        float[] alone = fundsWeights(trained(lone));
        assertThat(fundsWeights(three)).isEqualTo(alone);
        assertThat(fundsWeights(trained(settings("1", "0")))).isNotEqualTo(alone);
        assertThat(three.get("steps")).isEqualTo(2L * (120 + 10 + 10));
    }

    @Test
    void worldsAreEnoughForAllLearners() {
        assertThatThrownBy(() -> trained(settings("5", "2")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining(
                        "training.solo-worlds: expected at most 1, since 3 learners have 5 worlds, found '2'");
    }
}
