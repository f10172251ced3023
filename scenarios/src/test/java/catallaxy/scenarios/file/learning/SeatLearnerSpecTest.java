package catallaxy.scenarios.file.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.network.Activation;
import catallaxy.agents.seat.SeatSettings;
import catallaxy.scenarios.file.ScenarioReader;
import catallaxy.scenarios.file.text.ScenarioException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeatLearnerSpecTest {
    private static final Path SCENARIO = Path.of(System.getProperty("catallaxy.root"), "scenarios", "two-chains.conf");

    private static SeatLearnerSpec maker(Map<String, String> settings) {
        return ScenarioReader.read(SCENARIO, settings).training().learners().stream()
                .filter(each -> each.agent().equals("maker"))
                .findFirst()
                .orElseThrow();
    }

    /** Evaluations and runs compute the policy outside of the learner. */
    @ParameterizedTest
    @CsvSource({"ppo, relu", "a2c, tanh", "td3, silu", "ddpg, tanh", "ddpg, relu"})
    void policiesArePlayedWithTheActivationThatTheyLearnWith(String algorithm, String word) {
        SeatLearnerSpec learner = maker(Map.of(
                "learners.maker.algorithm", algorithm, "learners.maker.settings", "{ activation = " + word + " }"));
        Activation played = learner.seated(_ -> {
                    throw new IllegalStateException("not made here");
                })
                .form()
                .perceptron()
                .orElseThrow();
        assertThat(played).isEqualTo(Activation.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    @Test
    void imitationBeforeCorrectionsIsRefused() {
        assertThatThrownBy(() -> maker(Map.of(
                        "learners.maker.clone-rounds", "2",
                        "learners.maker.settings.normalise-observations", "false")))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("clone-rounds: expected 0 with a residual or levels");
    }

    @Test
    void riskLimitsFramesAndRewardsAreReadAndWhatDoesNotFitIsRefused() {
        SeatLearnerSpec learner = maker(Map.of(
                "learners.maker.no-arbitrage-bps", "30",
                "learners.maker.reward-risk", "sharpe",
                "learners.maker.sharpe-decay", "0.02"));
        assertThat(learner.seat().limits().noArbitrageBps()).hasValue(30);
        assertThat(learner.seat().limits().kellyCap()).isEmpty();
        assertThat(learner.seat().reward().risk()).isEqualTo(new SeatSettings.Risk.DifferentialSharpe(0.02));
        assertThatThrownBy(() -> maker(Map.of("learners.maker.frames", "[1, 12]")))
                .hasMessageContaining("frames")
                .hasMessageContaining("[1] without levels");
        assertThatThrownBy(() -> maker(Map.of("learners.maker.frames", "[1.5]")))
                .hasMessageContaining("a list of whole numbers");
        assertThatThrownBy(() -> maker(Map.of("learners.maker.reward-risk", "sharp")))
                .hasMessageContaining("neutral, variance, sharpe")
                .hasMessageContaining("sharpe");
    }
}
