package catallaxy.environment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The components of actions: what they allow, and where they stand. */
final class ActionSpecTest {
    private static final Meaning TRADE = Quantity.TRADE.of(new Subject.Agent("ann"));
    private static final ActionComponent.Continuous WEIGHT =
            new ActionComponent.Continuous("weight", "1", -0.5, 1, 0.25);
    private static final ActionComponent.Continuous AMOUNT = new ActionComponent.Continuous(TRADE, "ETH", -2, 2, 0);
    private static final ActionComponent.Discrete MODE =
            new ActionComponent.Discrete("mode", List.of("wait", "buy", "sell"), 1);
    private static final ActionSpec SPEC = new ActionSpec(List.of(WEIGHT, MODE, AMOUNT));

    @ParameterizedTest
    @CsvSource({"-0.5, true", "1, true", "0.3, true", "-0.51, false", "1.01, false", "NaN, false", "Infinity, false"})
    void aQuantityIsAllowedInItsInterval(double value, boolean allowed) {
        assertThat(WEIGHT.allows(value)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "0, true",
        "-0.0, true",
        "2, true",
        "3, false",
        "-1, false",
        "0.5, false",
        "NaN, false",
        "1e300, false",
        "-Infinity, false"
    })
    void aChoiceIsAllowedAmongItsLabels(double value, boolean allowed) {
        assertThat(MODE.allows(value)).isEqualTo(allowed);
    }

    @Test
    void whatIsAllowedIsSaidInWords() {
        assertThat(WEIGHT.domain()).isEqualTo("a number in [-0.5, 1.0] 1");
        assertThat(MODE.domain()).isEqualTo("an index into [wait, buy, sell]");
    }

    @Test
    void componentsHaveNamesOfTheirOwnToWhichDetailsRefer() {
        assertThatThrownBy(() -> new ActionSpec(List.of(WEIGHT, MODE, WEIGHT)))
                .hasMessage("components: expected names of their own, found two weight");
        List<ActionComponent> two = List.of(WEIGHT, MODE);
        assertThat(new ActionSpec(two, List.of(new ActionSpec.Detail("mode", "weight"))).details())
                .hasSize(1);
        assertThatThrownBy(() -> new ActionSpec(two, List.of(new ActionSpec.Detail("mood", "weight"))))
                .hasMessage("details.component: expected one of [mode, weight], found mood");
        assertThatThrownBy(() -> new ActionSpec(two, List.of(new ActionSpec.Detail("mode", "height"))))
                .hasMessage("details.quantity: expected one of [mode, weight], found height");
    }

    @Test
    void aMaskHasAnEntryForAQuantityAndOneForEachLabel() {
        assertThat(SPEC.size()).isEqualTo(3);
        assertThat(SPEC.maskSize()).isEqualTo(1 + 3 + 1);
        assertThat(new ActionSpec(List.of()).maskSize()).isZero();
    }

    @Test
    void theNeutralActionIsAllowed() {
        assertThat(SPEC.neutral()).containsExactly(0.25, 1, 0);
        assertThat(SPEC.complaint(SPEC.neutral())).isEmpty();
    }

    @Test
    void theFirstComponentThatIsWrongIsNamed() {
        assertThat(SPEC.complaint(new double[] {0, 3, 9}))
                .contains("mode: expected an index into [wait, buy, sell], found 3.0");
        assertThat(SPEC.complaint(new double[] {0, 1, 9}))
                .contains("trade.ann: expected a number in [-2.0, 2.0] ETH, found 9.0");
        assertThat(SPEC.complaint(new double[2])).contains("expected 3 action components, found 2");
    }

    @Test
    void aComponentIsFoundByNameAndByMeaning() {
        assertThat(SPEC.index("mode")).isEqualTo(1);
        assertThat(SPEC.index(TRADE)).isEqualTo(2);
        assertThat(SPEC.index(Meaning.named("weight"))).isZero();
        assertThatThrownBy(() -> SPEC.index("size"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no action component 'size' among [weight, mode, trade.ann]");
        assertThatThrownBy(() -> SPEC.index(Quantity.TRADE.ofSeat()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no action component 'trade' among [weight, mode, trade.ann]");
        assertThatThrownBy(() -> SPEC.index("trade.anne"))
                .hasMessageEndingWith(" among [weight, mode, trade.ann]; did you mean trade.ann?");
    }

    @Test
    void aQuantityHasANeutralValueBetweenFiniteBounds() {
        double infinite = Double.POSITIVE_INFINITY;
        for (double[] wrong :
                new double[][] {{0, 1, 2}, {0, 1, -1}, {0, infinite, 1}, {-infinite, 1, 0}, {1, 0, 0.5}}) {
            assertThatThrownBy(() -> new ActionComponent.Continuous("x", "1", wrong[0], wrong[1], wrong[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "action component 'x': low " + wrong[0] + ", neutral " + wrong[2] + ", high " + wrong[1]);
        }
        assertThatThrownBy(() -> new ActionComponent.Continuous("x", "1", 0, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ActionComponent.Continuous("x", "1", 3, 3, 3).allows(3)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void aChoiceHasANeutralLabel(int neutral) {
        assertThatThrownBy(() -> new ActionComponent.Discrete("x", List.of("a", "b"), neutral))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("action component 'x': neutral " + neutral + " of 2");
    }

    @Test
    void theComponentsAreACopy() {
        List<ActionComponent> components = new ArrayList<>(List.of(WEIGHT));
        ActionSpec spec = new ActionSpec(components);
        components.clear();
        assertThat(spec.components()).containsExactly(WEIGHT);
    }
}
