package catallaxy.environment.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.Feature;
import catallaxy.environment.api.Meaning;
import catallaxy.environment.api.Quantity;
import catallaxy.environment.api.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A list of factors describes an observation and writes it. */
final class FactorsTest {
    private static final Meaning PRICE = Quantity.PRICE.of(new Subject.Venue("pool", "ETH", "USDC"));
    private static final Factors<Integer> FACTORS = Factors.<Integer>list()
            .any(Meaning.named("plain"), "1", seen -> seen)
            .nonNegative(PRICE, "USDC", seen -> 10.0 * seen)
            .bounded(Quantity.RISK_SCALE.ofSeat(), "1", 0, 1, _ -> 0.5)
            .done();

    @Test
    void theValuesStandWhereTheSpecSays() {
        double[] values = new double[FACTORS.spec().size()];
        FACTORS.write(7, values);
        assertThat(values[FACTORS.spec().index("plain")]).isEqualTo(7);
        assertThat(values[FACTORS.spec().index(PRICE)]).isEqualTo(70);
        assertThat(values[FACTORS.spec().index("risk_scale")]).isEqualTo(0.5);
    }

    @Test
    void aFeatureIsFoundByItsMeaningAndItsName() {
        assertThat(FACTORS.spec().features().get(1).name()).isEqualTo("price.pool");
        assertThat(FACTORS.spec().index("price.pool")).isEqualTo(FACTORS.spec().index(PRICE));
        assertThat(FACTORS.spec().of(Quantity.PRICE)).hasSize(1);
        assertThatThrownBy(() -> FACTORS.spec().index(Quantity.PRICE.ofSeat()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("price.pool");
    }

    @Test
    void twoOfTheSameNameAreRefused() {
        Factors.Listing<Integer> twice =
                Factors.<Integer>list().any(PRICE, "USDC", seen -> seen).any(PRICE, "USDC", seen -> seen);
        assertThatThrownBy(twice::done).hasMessageContaining("feature names must differ");
    }

    @Test
    void aGroupIsWrittenBehindWhatStandsBeforeIt() {
        Factors.Listing<Integer> listing = Factors.<Integer>list()
                .any(Meaning.named("first"), "1", seen -> seen)
                .group(List.of(Feature.unbounded("low", "1"), Feature.unbounded("high", "1")), (seen, values, at) -> {
                    values[at] = -seen;
                    values[at + 1] = 2.0 * seen;
                })
                .add(new Factor<>(Feature.nonNegative("last", "1"), seen -> 3.0 * seen));
        Factors<Integer> factors = listing.done();
        listing.any(Meaning.named("later"), "1", seen -> seen);
        double[] values = new double[factors.spec().size()];
        factors.write(5, values);
        assertThat(values).as("what was listed by then").containsExactly(5, -5, 10, 15);
        assertThat(factors.spec().features()).extracting(Feature::name).containsExactly("first", "low", "high", "last");
    }
}
