package catallaxy.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.Action;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import catallaxy.environment.market.role.Ranging;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Widths by rule. */
class RangeWidthTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final Subject POOL = new Subject.Venue("pool", "ETH", "USDC");
    private static final ObservationSpec FEATURES =
            new ObservationSpec(List.of(new Feature(Quantity.VOLATILITY.of(POOL), "1/√year", 0, 100)));
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(
            new ActionComponent.Continuous(Ranging.WIDTH.of(POOL), "1", 0, 0.5, 0),
            new ActionComponent.Continuous(Ranging.SKEW.of(POOL), "1", -1, 1, 0),
            new ActionComponent.Continuous(Ranging.REBALANCE.of(POOL), "1", 0, 1, 1)));

    private static Action decided(RangeWidth agent, double volatility) {
        return agent.decide(Specs.observation(FEATURES, ACTIONS, Map.of("volatility.pool", volatility)));
    }

    private static RangeWidth agent(double width, double multiple, int patience) {
        return new RangeWidth(new RangeWidth.Config(width, multiple, DAY, 0.8, patience), FEATURES, ACTIONS);
    }

    @Test
    void isTheSameWhateverThePriceDoesOrFollowsIt() {
        for (double volatility : new double[] {0, 0.5, 3}) {
            assertThat(Specs.values(decided(agent(0.1, 0, 0), volatility))).containsExactly(0.1, 0, 0.8);
        }
        double day = Math.sqrt(1 / 365.0);
        assertThat(Specs.values(decided(agent(0, 2, 0), 0.6))[0]).isCloseTo(1.2 * day, within(1e-12));
        assertThat(Specs.values(decided(agent(0.02, 2, 0), 0.6))[0]).isCloseTo(0.02 + 1.2 * day, within(1e-12));
        assertThat(Specs.values(decided(agent(0, 2, 0), 50))[0]).as("at most").isEqualTo(0.5);
        assertThat(decided(agent(0, 2, 0), 0)).as("no width yet").isEqualTo(Action.HOLD);
    }

    @Test
    void watchesFirstAndACopyHasWatchedAsLong() {
        RangeWidth agent = agent(0.1, 0, 2);
        assertThat(decided(agent, 1)).isEqualTo(Action.HOLD);
        RangeWidth copy = agent.copy();
        assertThat(decided(agent, 1)).isEqualTo(Action.HOLD);
        assertThat(decided(agent, 1)).isNotEqualTo(Action.HOLD);
        assertThat(decided(copy, 1)).isEqualTo(Action.HOLD);
        assertThat(decided(copy, 1)).isNotEqualTo(Action.HOLD);
    }

    @Test
    void fitsSeatsThatKeepARange() {
        assertThat(new RangeWidth.Config(0.1, 0, DAY, 1, 0).roles()).isEqualTo("range-manager");
        assertThatThrownBy(() -> new RangeWidth.Config(-1, 0, DAY, 1, 0)).hasMessageContaining("width");
        assertThat(decided(agent(0, 0, 0), 1)).as("no width at all").isEqualTo(Action.HOLD);
        assertThatThrownBy(() -> new RangeWidth.Config(1, 0, DAY, 2, 0)).hasMessageContaining("rebalance");
    }
}
