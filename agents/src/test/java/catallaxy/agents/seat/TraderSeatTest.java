package catallaxy.agents.seat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.Agent;
import catallaxy.agents.AgentContext;
import catallaxy.agents.testkit.Named;
import catallaxy.agents.testkit.TestContext;
import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a trader at one venue sees of its volume, and how a trade is worked while its seat is halted. */
final class TraderSeatTest {
    private static final ObservationSpec OBSERVATIONS =
            new ObservationSpec(Stream.of("equity", "risk_scale", "price.x", "bid.x", "ask.x", "volume.x")
                    .map(Named::feature)
                    .toList());
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(Named.quantity("trade.x", -1_000, 1_000)));
    /** Sell all, sell half, nothing, … each over one or three epochs. */
    private static final SeatSettings SETTINGS = new SeatSettings(
            new SeatSettings.Actions(
                    List.of(), 0, SeatSettings.Base.ADVICE, 0, List.of(0.0, 0.25, 0.5, 0.75, 1.0), List.of(1, 3)),
            SeatSettings.Limits.none(),
            SeatSettings.plain().reward(),
            false,
            SeatSettings.plain().cloning());

    private static final int BUY_ALL_OVER_THREE = 8;
    private static final int NOTHING = 4;

    private final SeatView view = new SeatView(SETTINGS, context(), TraderSeatTest::nobody);
    private final float[] row = new float[view.observationSpec().size()];
    private final boolean[] mask = new boolean[view.actionSpec().maskSize()];

    private static AgentContext context() {
        return TestContext.trader("mine", OBSERVATIONS, ACTIONS, Map.of());
    }

    private static Agent nobody() {
        throw new AssertionError("a plain seat has no advisor");
    }

    private static Observation now(double volume, boolean mayTrade) {
        double[] values = {2_000, 1, 100, 99, 101, volume};
        return new Observation("mine", 0, 0, OBSERVATIONS, values, ACTIONS, new boolean[] {mayTrade});
    }

    private void observe(double volume, boolean mayTrade) {
        view.observe(now(volume, mayTrade), row, mask, 0);
    }

    private double feature(String name) {
        return row[view.observationSpec().index(name)];
    }

    private double traded(int choice) {
        return ((Action.Vector) view.act(new float[] {choice}, 0)).value(0);
    }

    private double volumeSeen(double volume) {
        observe(volume, true);
        return feature("volume.x");
    }

    @Test
    void volumeIsAgainstTheMeanOfTheEpochsBefore() {
        assertThat(volumeSeen(7)).as("no epoch before").isZero();
        assertThat(volumeSeen(100)).as("nothing to compare with").isZero();
        assertThat(volumeSeen(150)).isCloseTo(0.5, within(1e-6));
        assertThat(volumeSeen(250)).as("mean 125").isCloseTo(1, within(1e-6));
        assertThat(volumeSeen(50)).as("mean 500 / 3").isCloseTo(-0.7, within(1e-6));
        assertThat(volumeSeen(0)).isCloseTo(-1, within(1e-6));
    }

    @Test
    void afterADayTheMeanForgets() {
        for (int i = 0; i < 300; i++) {
            volumeSeen(100);
        }
        assertThat(volumeSeen(200)).isCloseTo(1, within(1e-6));
        double mean = 100 + 100.0 / 144;
        assertThat(volumeSeen(100)).isCloseTo(100 / mean - 1, within(1e-6));
    }

    @Test
    void aWorkedTradeWaitsWhileItsSeatIsHalted() {
        observe(0, true);
        assertThat(traded(BUY_ALL_OVER_THREE)).isCloseTo(1_000.0 / 3, within(1e-9));
        for (int halted = 0; halted < 5; halted++) {
            observe(0, false);
            assertThat(feature("working.trade.x")).isCloseTo(2.0 / 3, within(1e-6));
            assertThat(mask[NOTHING]).isTrue();
            assertThat(mask[BUY_ALL_OVER_THREE]).isFalse();
            assertThat(traded(NOTHING)).isZero();
        }
        for (int left = 0; left < 2; left++) {
            observe(0, true);
            assertThat(traded(NOTHING)).isCloseTo(1_000.0 / 3, within(1e-9));
        }
        observe(0, true);
        assertThat(feature("working.trade.x")).isZero();
        assertThat(traded(NOTHING)).isZero();
    }

    @Test
    void aCopyOfTheSeatRemembersTheSame() {
        for (int epoch = 1; epoch <= 20; epoch++) {
            observe(10 * epoch, true);
        }
        view.act(new float[] {BUY_ALL_OVER_THREE}, 0);
        SeatView copy = view.copy();
        float[] copied = new float[row.length];
        for (int epoch = 1; epoch <= 3; epoch++) {
            Observation now = now(100.0 / epoch, true);
            copy.observe(now, copied, mask, 0);
            view.observe(now, row, mask, 0);
            assertThat(row).isEqualTo(copied);
            assertThat(view.act(new float[] {NOTHING}, 0)).isEqualTo(copy.act(new float[] {NOTHING}, 0));
        }
    }
}
