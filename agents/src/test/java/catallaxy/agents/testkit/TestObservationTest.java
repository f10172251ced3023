package catallaxy.agents.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Account;
import catallaxy.environment.api.ActionComponent;
import catallaxy.environment.api.ActionSpec;
import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Observation;
import catallaxy.environment.api.ObservationSpec;
import catallaxy.environment.api.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is named is observed, what is not has its default, and what could not be is refused. */
class TestObservationTest {
    private static final ObservationSpec SPEC = new ObservationSpec(List.of(
            Feature.nonNegative("price.pool", "USDC/ETH"),
            new Feature("temperature", "K", 2, 9),
            new Feature("debt", "USDC", -9, -3),
            new Feature(Quantity.EQUITY.ofSeat(), "USDC", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)));
    private static final ActionSpec ACTIONS = new ActionSpec(List.of(
            new ActionComponent.Discrete("mode", List.of("a", "b", "c"), 0),
            new ActionComponent.Continuous("size", "ETH", 0, 1, 0)));

    @Test
    void whatIsNotNamedIsAsNearToZeroAsItMayBe() {
        Observation seen = TestObservation.of("ann", SPEC, ACTIONS).build();
        assertThat(seen.values()).containsExactly(0, 2, -3, 0);
        assertThat(seen.mask()).containsExactly(true, true, true, true);
        assertThat(seen.account()).isSameAs(Account.NONE);
        assertThat(seen.agent()).isEqualTo("ann");
    }

    @Test
    void featuresAreNamedOrMeant() {
        TestObservation building = TestObservation.of("ann", SPEC, ACTIONS)
                .with("price.pool", 3_000)
                .with(Quantity.EQUITY.ofSeat(), -7)
                .masked("mode")
                .at(4, 99);
        Observation seen = building.build();
        building.with("price.pool", 1).masked("size");
        assertThat(seen.value("price.pool")).isEqualTo(3_000);
        assertThat(seen.value("equity")).isEqualTo(-7);
        assertThat(seen.mask()).containsExactly(false, false, false, true);
        assertThat(List.of(seen.epoch(), seen.timeNanos())).containsExactly(4L, 99L);
    }

    @Test
    void whatCannotBeObservedIsRefused() {
        TestObservation building = TestObservation.of("ann", SPEC, ACTIONS);
        assertThatThrownBy(() -> building.with("price.poll", 1)).hasMessageEndingWith("; did you mean price.pool?");
        assertThatThrownBy(() -> building.with("temperature", 1))
                .hasMessage("feature temperature: expected 2.0 to 9.0 K, found 1.0");
        assertThatThrownBy(() -> building.with("equity", Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> building.masked("sizes")).hasMessageEndingWith("; did you mean size?");
    }
}
