package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class SeatSettingsValuesTest {
    private static SeatSettings.Actions actions(double residual, List<Double> levels, List<Integer> frames) {
        return new SeatSettings.Actions(List.of(), residual, SeatSettings.Base.ADVICE, 0, levels, frames);
    }

    private static void assertRefused(String start, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(InvalidValueException.class).hasMessageStartingWith(start);
    }

    @Test
    void framesAreAscendingNumbersOfEpochsForLevelsWithoutResidual() {
        List<Double> levels = List.of(0.0, 1.0);
        assertThat(actions(0, levels, List.of(2, 5)).frames()).containsExactly(2, 5);
        assertRefused("frames: expected at least one", () -> actions(0, levels, List.of()));
        assertRefused("frames: expected ascending numbers", () -> actions(0, levels, List.of(5, 5)));
        assertRefused("frames", () -> actions(0, levels, List.of(0, 5)));
        assertRefused("frames: expected [1] without levels", () -> actions(0, List.of(), List.of(2)));
        assertRefused("frames: expected [1] with a residual", () -> actions(0.5, levels, List.of(2)));
    }

    @Test
    void levelsAreAscendingSharesTwoOrMore() {
        assertRefused("levels: expected none, or two and more", () -> actions(0, List.of(0.5), List.of(1)));
        assertRefused("levels: expected ascending", () -> actions(0, List.of(0.5, 0.5), List.of(1)));
        assertRefused("levels", () -> actions(0, List.of(0.5, 1.5), List.of(1)));
    }

    @Test
    void whatCorrectsOrChoosesAmongLevelsBeginsAtTheAdvice() {
        assertThat(actions(0, List.of(), List.of(1)).beginsAtAdvice()).isFalse();
        assertThat(actions(1e-3, List.of(), List.of(1)).beginsAtAdvice()).isTrue();
        assertThat(actions(0, List.of(0.0, 1.0), List.of(1)).beginsAtAdvice()).isTrue();
    }

    @Test
    void listsAreCopied() {
        List<Double> levels = new ArrayList<>(List.of(0.0, 1.0));
        SeatSettings.Actions actions = actions(0, levels, List.of(1));
        levels.clear();
        assertThat(actions.levels()).containsExactly(0.0, 1.0);
    }

    @Test
    void eachLimitHasItsRange() {
        OptionalDouble none = OptionalDouble.empty();
        assertRefused("inventoryShare", () -> new SeatSettings.Limits(1.1, 0, 0, none, none));
        assertRefused("minScale", () -> new SeatSettings.Limits(1, -0.1, 0, none, none));
        assertRefused("haltDrawdown", () -> new SeatSettings.Limits(1, 0, 2, none, none));
        assertRefused("kellyCap", () -> new SeatSettings.Limits(1, 0, 0, OptionalDouble.of(101), none));
        assertRefused("noArbitrageBps", () -> new SeatSettings.Limits(1, 0, 0, none, OptionalDouble.of(-1)));
    }

    @Test
    void rewardsAreScaledByWhatIsPositive() {
        SeatSettings.Risk neutral = new SeatSettings.Risk.Neutral();
        assertRefused("scale", () -> new SeatSettings.Reward(0, SeatSettings.Basis.EQUITY, neutral, 0, 0));
        assertRefused(
                "potentialDiscount", () -> new SeatSettings.Reward(1, SeatSettings.Basis.EQUITY, neutral, 0, 1.01));
        assertRefused("decay", () -> new SeatSettings.Risk.DifferentialSharpe(0.6));
        assertRefused("aversion", () -> new SeatSettings.Risk.Variance(-1));
    }

    @Test
    void aCloningHasPassesAndARate() {
        assertThat(Cloning.Config.none().rounds()).isZero();
        assertRefused("rounds", () -> new Cloning.Config(-1, 1, 1e-3));
        assertRefused("epochs", () -> new Cloning.Config(1, 0, 1e-3));
        assertRefused("learningRate", () -> new Cloning.Config(1, 1, 0));
    }
}
