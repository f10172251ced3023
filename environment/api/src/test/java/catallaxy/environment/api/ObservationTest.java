package catallaxy.environment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Features, their values, and where they are found. */
final class ObservationTest {
    private static final Subject.Venue POOL = new Subject.Venue("pool", "ETH", "USDC");
    private static final Meaning PRICE = Quantity.PRICE.of(POOL);
    private static final ObservationSpec SPEC = new ObservationSpec(List.of(
            Feature.nonNegative("equity", "USDC"),
            new Feature(PRICE, "USDC", 0, Double.POSITIVE_INFINITY),
            Feature.unbounded("drift", "1")));
    private static final ActionSpec ACTIONS =
            new ActionSpec(List.of(new ActionComponent.Discrete("mode", List.of("wait", "go"), 0)));

    private static Observation observation(double[] values, boolean... mask) {
        return new Observation("ann", 7, 9, SPEC, values, ACTIONS, mask);
    }

    @Test
    void aValueIsFoundByNameMeaningAndPosition() {
        Observation seen = observation(new double[] {1, 2, 3}, true, false);
        assertThat(seen.value("price.pool")).isEqualTo(2);
        assertThat(seen.value(PRICE)).isEqualTo(2);
        assertThat(seen.value(2)).isEqualTo(3);
        assertThat(seen.value(Quantity.EQUITY.ofSeat())).isEqualTo(1);
    }

    @Test
    void aFeatureThatIsMissingIsNamedAmongThoseThatAreThere() {
        Observation seen = observation(new double[3], true, false);
        assertThatThrownBy(() -> seen.value("price"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no feature 'price' among [equity, price.pool, drift]");
        assertThatThrownBy(() -> seen.value(Quantity.BID.of(POOL)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no feature 'bid.pool' among [equity, price.pool, drift]");
        assertThatThrownBy(() -> seen.value("price.poll"))
                .hasMessage("no feature 'price.poll' among [equity, price.pool, drift]; did you mean price.pool?");
    }

    @Test
    void valuesAndMaskHaveTheirLengths() {
        assertThatThrownBy(() -> observation(new double[2], true, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation of ann: 2 values for 3 features, mask 2 for 2");
        assertThatThrownBy(() -> observation(new double[3], true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation of ann: 3 values for 3 features, mask 1 for 2");
    }

    @Test
    void twoFeaturesHaveTwoNames() {
        assertThatThrownBy(() -> new ObservationSpec(List.of(
                        Feature.unbounded("x", "1"), Feature.nonNegative("y", "1"), Feature.unbounded("x", "s"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature names must differ: [x, y, x]");
    }

    @Test
    void theFeaturesOfAQuantityKeepTheirOrder() {
        Meaning second = Quantity.PRICE.of(new Subject.Venue("book", "ETH", "USDC"));
        ObservationSpec both = new ObservationSpec(List.of(
                new Feature(second, "USDC", 0, 1), Feature.unbounded("drift", "1"), new Feature(PRICE, "USDC", 0, 1)));
        assertThat(both.of(Quantity.PRICE)).extracting(Feature::name).containsExactly("price.book", "price.pool");
        assertThat(both.of(Quantity.ASK)).isEmpty();
        assertThat(both.of(new Quantity("price")))
                .as("two of the same name are the same")
                .hasSize(2);
    }

    @Test
    void aFeatureHasANameAUnitAndBoundsInOrder() {
        assertThatThrownBy(() -> new Feature("x", "1", 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature 'x' [1]: bounds 2.0…1.0");
        assertThatThrownBy(() -> new Feature("x", "1", Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Feature("x", " ", 0, 1)).hasMessage("feature 'x' [ ]: bounds 0.0…1.0");
        assertThatThrownBy(() -> new Feature(" ", "1", 0, 1, PRICE)).hasMessage("feature ' ' [1]: bounds 0.0…1.0");
        assertThatThrownBy(() -> new Quantity(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a quantity without a name");
        assertThat(Feature.unbounded("x", "1").low()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Feature.nonNegative("x", "1").low()).isZero();
    }

    @Test
    void whereThereIsNoMarketNobodyHasAnything() {
        Account none = observation(new double[3], true, true).account();
        assertThat(none).isSameAs(Account.NONE);
        assertThat(none.balance(0, 0)).isEqualTo(UInt256.ZERO);
        assertThat(none.shares(0)).isEqualTo(UInt256.ZERO);
        assertThat(none.orders(0)).isEmpty();
        assertThat(none.pending(0) + none.refusals() + none.baseFeeWei(0)).isZero();
        Call call = new Call.Deposit(1, 2, UInt256.ONE);
        assertThat(none.transaction(3, call))
                .isEqualTo(new MarketCommand.SubmitTransaction(
                        3, call, MarketCommand.NEXT_NONCE, MarketCommand.ENOUGH_GAS, 0, 0, MarketCommand.NO_DEADLINE));
    }
}
