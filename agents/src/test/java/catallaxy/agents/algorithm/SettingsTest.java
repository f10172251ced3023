package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a learner's settings may be, at the ends of each range and beyond them. */
class SettingsTest {
    private static void assertRefused(String message, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(InvalidValueException.class).hasMessage(message);
    }

    private static ReplaySettings replay(int bufferSize, int gradientSteps, double rewardScale) {
        return new ReplaySettings(bufferSize, 1, 1, 0, 1, gradientSteps, rewardScale);
    }

    @Test
    void whatMustBePositive() {
        assertRefused("bufferSize: expected a positive number, found 0", () -> replay(0, 1, 1));
        assertRefused("gradientSteps: expected a positive number, found -2", () -> replay(1, -2, 1));
        assertRefused("gradientSteps: expected a positive number, found 0", () -> replay(1, 0, 1));
        assertRefused("rewardScale: expected a positive number, found NaN", () -> replay(1, 1, Double.NaN));
        assertRefused(
                "rewardScale: expected a positive number, found Infinity",
                () -> replay(1, 1, Double.POSITIVE_INFINITY));
        assertThat(replay(1, -1, 1e-9).gradientSteps()).isEqualTo(-1);
    }

    @Test
    void whatMayBeNothingButNotLess() {
        new Descent(0, false, 1e-9);
        assertRefused(
                "learningRate: expected a number that is not negative, found -0.5", () -> new Descent(-0.5, false, 1));
        assertRefused("maxGradientNorm: expected a positive number, found 0", () -> new Descent(0, false, 0));
        new LossWeights(0, 0, true);
        assertRefused(
                "entropyCoefficient: expected a number that is not negative, found -1",
                () -> new LossWeights(0, -1, true));
    }

    @Test
    void whatIsAShare() {
        new ExplorationRate(0, 1, 0);
        assertRefused("explorationFinal: expected a number in [0, 1], found 1.5", () -> new ExplorationRate(1, 1.5, 0));
        new RolloutSettings(1, 1, 0, 1, false, false);
        assertRefused(
                "valueLambda: expected a number in [0, 1], found 2",
                () -> new RolloutSettings(1, 1, 0, 2, false, false));
    }

    @Test
    void widthsArePositiveAndCopied() {
        List<Integer> widths = new ArrayList<>(List.of(8, 4));
        List<Integer> copy = Settings.widths("hidden", widths);
        widths.set(0, 99);
        assertThat(copy).containsExactly(8, 4);
        assertThat(Settings.widths("hidden", List.of())).isEmpty();
        assertRefused("hidden: expected a positive number, found 0", () -> Settings.widths("hidden", List.of(8, 0)));
    }

    @Test
    void aDistributionHasTwoAtomsOrMoreInOrder() {
        new Improvements.Distribution(true, 2, -1, 1);
        assertThatThrownBy(() -> new Improvements.Distribution(true, 1, -1, 1)).hasMessageContaining("atoms");
        assertThatThrownBy(() -> new Improvements.Distribution(true, 2, 1, 1)).hasMessageContaining("vMax");
    }

    /** Two observations, an action, a return and a discount of 4 bytes each, a mask of bytes, and a priority of 8. */
    @Test
    void aBufferFitsIntoOneArrayOfBytes() {
        long most = Integer.MAX_VALUE - (64L << 20);
        assertThat(ReplayLimit.transitions(4, 1, 2)).isEqualTo((int) (most / (4 * (2 * 4 + 1 + 2) + 2 + 8)));
        assertThat(ReplayLimit.transitions(1_000_000, 1, 0)).isEqualTo(260);
    }
}
