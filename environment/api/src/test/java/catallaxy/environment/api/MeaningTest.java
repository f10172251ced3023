package catallaxy.environment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names follow from meanings: one for each kind of subject. */
final class MeaningTest {
    private static final Subject.Route ROUTE = new Subject.Route("x", "y");

    @Test
    void theNameFollowsFromTheMeaning() {
        assertThat(Quantity.EQUITY.ofSeat().name()).isEqualTo("equity");
        assertThat(Quantity.PRICE.of(new Subject.Venue("pool", "ETH", "USDC")).name())
                .isEqualTo("price.pool");
        assertThat(Quantity.GAS_COST.of(new Subject.Chain("l1")).name()).isEqualTo("gas_cost.l1");
        assertThat(Quantity.WEIGHT.of(new Subject.Holding("l1", "ETH")).name()).isEqualTo("weight.l1.ETH");
        assertThat(Quantity.SCALE.of(new Subject.Agent("fund")).name()).isEqualTo("scale.fund");
        assertThat(Quantity.TRADE.of(ROUTE).name()).isEqualTo("x~y.trade");
        assertThat(Quantity.FEE.of(ROUTE.a()).name()).isEqualTo("x~y.a.fee");
        assertThat(Quantity.BID_SIZE.of(new Subject.Level(ROUTE.b(), 3)).name()).isEqualTo("x~y.b.bid_size_3");
    }

    @Test
    void subjectsHaveNamesOfTheirOwn() {
        assertThat(ROUTE.id()).isEqualTo("x~y");
        assertThat(ROUTE.b().id()).isEqualTo("x~y.b");
        assertThat(new Subject.Level(ROUTE.a(), 2).id()).isEqualTo("x~y.a.2");
        assertThat(new Subject.Holding("l1", "ETH").id()).isEqualTo("l1.ETH");
        assertThat(Subject.seat().id()).isEqualTo("seat");
    }

    @Test
    void aPlainNameStandsForItself() {
        Feature plain = Feature.nonNegative("mid", "USDC");
        assertThat(plain.meaning()).isEqualTo(new Quantity("mid").ofSeat());
        assertThat(plain.meaning().name()).isEqualTo("mid");
    }

    @Test
    void aComponentIsFoundByItsMeaning() {
        ActionSpec spec = new ActionSpec(List.of(
                new ActionComponent.Continuous("a", "1", 0, 1, 0),
                new ActionComponent.Continuous(Quantity.TRADE.of(ROUTE), "quote", -1, 1, 0),
                new ActionComponent.Discrete("choice", List.of("no", "yes"), 0)));
        assertThat(spec.index(Quantity.TRADE.of(ROUTE))).isEqualTo(1);
        assertThat(spec.index(Meaning.named("choice"))).isEqualTo(2);
        assertThatThrownBy(() -> spec.index(Quantity.TRADE.of(new Subject.Route("y", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x~y.trade");
    }

    @Test
    void aQuantityHasAName() {
        assertThatThrownBy(() -> new Quantity(" ")).isInstanceOf(IllegalArgumentException.class);
    }
}
