package catallaxy.environment.base.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.environment.base.check.InvalidValueException.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
    @Test
    void aNumberOutsideItsRangeCarriesTheBounds() {
        InvalidValueException refused =
                refused(() -> Checks.inRange("delayNanos", Long.MAX_VALUE, 0, Long.MAX_VALUE - 1));
        assertThat(refused.component()).isEqualTo("delayNanos");
        assertThat(refused.range()).contains(new Range(0L, Long.MAX_VALUE - 1));
        assertThat(refused.found()).isEqualTo("9223372036854775807");
        assertThat(refused).hasMessage("delayNanos: expected 0 to 9223372036854775806, found 9223372036854775807");
    }

    @Test
    void notANumberIsInNoRange() {
        assertThat(refused(() -> Checks.inRange("share", Double.NaN, 0, 1)).range())
                .contains(new Range(0.0, 1.0));
    }

    @Test
    void aPositiveNumberIsFiniteToo() {
        Checks.positive("size", Double.MIN_VALUE);
        Checks.positive("size", Double.MAX_VALUE);
        for (double wrong : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThat(refused(() -> Checks.positive("size", wrong)))
                    .hasMessage("size: expected a positive number, found " + wrong);
        }
    }

    @Test
    void wordsAreNoRange() {
        InvalidValueException refused = refused(() -> Checks.that(false, "depth", "1 to 2 and odd", 2));
        assertThat(refused.range()).isEmpty();
        assertThat(refused.expected()).isEqualTo("1 to 2 and odd");
    }

    @Test
    void bothBoundsAreInTheRange() {
        assertThatCode(() -> {
                    Checks.inRange("n", Long.MIN_VALUE, Long.MIN_VALUE, 3);
                    Checks.inRange("n", 3, Long.MIN_VALUE, 3);
                    Checks.inRange("x", -0.5, -0.5, 0.5);
                    Checks.inRange("x", 0.5, -0.5, 0.5);
                })
                .doesNotThrowAnyException();
        assertThat(refused(() -> Checks.inRange("n", -1, 0, 3))).hasMessage("n: expected 0 to 3, found -1");
        assertThat(refused(() -> Checks.inRange("x", Math.nextUp(0.5), -0.5, 0.5))
                        .found())
                .isEqualTo("0.5000000000000001");
        assertThat(refused(() -> Checks.inRange("x", Double.NEGATIVE_INFINITY, -0.5, 0.5)))
                .hasMessage("x: expected -0.5 to 0.5, found -Infinity");
    }

    @Test
    void elementsAreCopied() {
        List<String> given = new ArrayList<>(List.of("a", "b"));
        List<String> kept = Checks.elements("names", "a name", given);
        given.set(0, "c");
        assertThat(kept).containsExactly("a", "b");
    }

    @Test
    @SuppressWarnings("NullAway") // as from code that is not checked for null
    void aGapInAListIsToldWithItsPlace() {
        assertThat(refused(() -> Checks.elements("names", "a name", Arrays.asList("a", "b", null))))
                .hasMessage("names[2]: expected a name, found nothing");
        assertThat(refused(() -> Checks.elements("names", "a name", null)))
                .hasMessage("names: expected a list, found nothing");
    }

    private static InvalidValueException refused(Runnable check) {
        return catchThrowableOfType(InvalidValueException.class, check::run);
    }
}
