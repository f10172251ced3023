package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.AgentContext;
import catallaxy.agents.testkit.Named;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.SeatSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** A risk manager over two seats, each of whose scales is a component and a feature. */
final class SeatActionsTest {
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(Named.quantity("scale.a", 0, 1), Named.quantity("scale.b", 0, 1)));
    private static final ObservationSpec OBSERVATIONS = new ObservationSpec(List.of(
            Named.feature("scale.a"),
            Named.feature("scale.b"),
            Named.feature("drawdown.a"),
            Named.feature("drawdown.b")));
    private static final double[] NOTHING = {0, 0};

    private static SeatActions actions(
            List<String> components, double residual, double deadBand, List<Double> levels, double minScale) {
        SeatSettings settings = new SeatSettings(
                new SeatSettings.Actions(
                        components, residual, SeatSettings.Base.STANDING, deadBand, levels, List.of(1)),
                new SeatSettings.Limits(1, minScale, 0.2, OptionalDouble.empty(), OptionalDouble.empty()),
                SeatSettings.plain().reward(),
                false,
                SeatSettings.plain().cloning());
        return new SeatActions(settings, context(), Optional.empty());
    }

    /** In the market of a trader. */
    private static AgentContext context() {
        AgentContext trader = TestContext.trader("a", OBSERVATIONS, ACTIONS, Map.of());
        SeatSpec seat = new SeatSpec("risk", new RoleSpec.Risk(List.of(0)), 1_000_000_000, 0, 0, List.of());
        return new AgentContext("risk", trader.market(), seat, OBSERVATIONS, ACTIONS, 1, Map.of());
    }

    private static Observation now(double scaleA, double scaleB, double drawdownB, boolean... mask) {
        double[] values = {scaleA, scaleB, 0, drawdownB};
        return new Observation("risk", 0, 0, OBSERVATIONS, values, ACTIONS, mask);
    }

    private static Observation now(double scaleA, double scaleB) {
        return now(scaleA, scaleB, 0, true, true);
    }

    private static double[] act(SeatActions actions, Observation now, float... learned) {
        double[] base = actions.numbers(Optional.empty(), now);
        return ((Action.Vector) actions.act(now, base, learned, 0, actions.nothingWorking())).values();
    }

    private static boolean[] mask(SeatActions actions, Observation now, double... base) {
        boolean[] mask = new boolean[actions.spec().maskSize()];
        actions.mask(now, base, mask, 0);
        return mask;
    }

    @Test
    void withoutResidualTheNumberIsTheActionWithinItsRange() {
        SeatActions actions = actions(List.of(), 0, 0, List.of(), 0);
        assertThat(actions.spec()).isEqualTo(ACTIONS);
        assertThat(act(actions, now(0.5, 0.5), 0.25f, 7)).containsExactly(0.25, 1);
    }

    @Test
    void aResidualIsAddedToWhatStands() {
        SeatActions actions = actions(List.of(), 0.5, 0, List.of(), 0);
        assertThat(actions.spec().components().getFirst())
                .isEqualTo(new ActionComponent.Continuous("residual.scale.a", "1", -0.25, 0.25, 0));
        assertThat(act(actions, now(0.5, 0.9), -0.25f, 0.25f)).containsExactly(0.25, 1);
        assertThat(act(actions, now(3, -1), 0, 0))
                .as("what stands, within the range")
                .containsExactly(1, 0);
    }

    /** Of a correction of at most a quarter, four tenths is 0.1. */
    @Test
    void correctionsWithinTheDeadBandAreNone() {
        SeatActions actions = actions(List.of(), 0.5, 0.4, List.of(), 0);
        assertThat(act(actions, now(0.5, 0.5), 0.09f, -0.11f)).containsExactly(new double[] {0.5, 0.39}, within(1e-6));
    }

    @Test
    void whatIsNotTheLearnersStaysAsItIs() {
        SeatActions actions = actions(List.of("scale.b"), 0, 0, List.of(), 0);
        assertThat(actions.spec().size()).isEqualTo(1);
        assertThat(act(actions, now(0.3, 0.6), 0.1f)[0]).isEqualTo(0.3);
        assertThat(act(actions, now(0.3, 0.6), 0.1f)[1]).isCloseTo(0.1, within(1e-6));
        assertThat(actions.chosenOf(new double[] {0.25, 0.75})).containsExactly(0.75f);
        assertThat(actions.adviceNames()).containsExactly("advice.scale.b");
    }

    @Test
    void aComponentThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> actions(List.of("scale.c"), 0, 0, List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no action component 'scale.c'");
    }

    @Test
    void adviceIsShownAsAShareOfItsRange() {
        float[] row = {9, 9, 9};
        actions(List.of(), 0, 0, List.of(), 0).writeAdvice(new double[] {0.75, 0}, row, 1);
        assertThat(row).containsExactly(9, 0.5f, -1);
    }

    /** No scale below a half, unless the seat has lost a fifth. */
    @Test
    void limitsCutQuantitiesAndMaskChoices() {
        SeatActions free = actions(List.of(), 0, 0, List.of(), 0.5);
        assertThat(act(free, now(1, 1, 0.25, true, true), 0, 0)).containsExactly(0.5, 0);
        SeatActions levels = actions(List.of(), 0, 0, List.of(0.0, 0.5, 1.0), 0.5);
        assertThat(mask(levels, now(1, 1, 0.25, true, true), 1, 1))
                .containsExactly(false, true, true, true, true, true);
        assertThat(act(levels, now(1, 1), 2, 1)).containsExactly(1, 0.5);
    }

    @Test
    void whereNoChoiceKeepsTheLimitTheNearestIsLeft() {
        SeatActions low = actions(List.of(), 0, 0, List.of(0.0, 0.25), 0.5);
        assertThat(mask(low, now(1, 1), NOTHING)).containsExactly(false, true, false, true);
        assertThat(act(low, now(1, 1), 1, 1)).as("cut to the limit").containsExactly(0.5, 0.5);
    }

    @Test
    void whatTheRoleForbidsLeavesTheChoiceOfNothing() {
        SeatActions levels = actions(List.of(), 0, 0, List.of(0.0, 0.5, 1.0), 0);
        assertThat(mask(levels, now(1, 1, 0, false, true), NOTHING))
                .containsExactly(true, false, false, true, true, true);
        SeatActions free = actions(List.of(), 0, 0, List.of(), 0);
        assertThat(mask(free, now(1, 1, 0, false, true), NOTHING)).containsExactly(false, true);
    }

    @Test
    void framesAreForTraders() {
        SeatSettings settings = new SeatSettings(
                new SeatSettings.Actions(List.of(), 0, SeatSettings.Base.ADVICE, 0, List.of(0.0, 1.0), List.of(1, 2)),
                SeatSettings.Limits.none(),
                SeatSettings.plain().reward(),
                false,
                SeatSettings.plain().cloning());
        assertThatThrownBy(() -> new SeatActions(settings, context(), Optional.empty()))
                .hasMessage("frames: expected in the seat of a trader, found risk");
    }
}
