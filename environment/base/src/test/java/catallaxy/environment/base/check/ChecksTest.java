package catallaxy.environment.base.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import catallaxy.environment.base.check.InvalidValueException.Range;
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
    void wordsAreNoRange() {
        InvalidValueException refused = refused(() -> Checks.that(false, "depth", "1 to 2 and odd", 2));
        assertThat(refused.range()).isEmpty();
        assertThat(refused.expected()).isEqualTo("1 to 2 and odd");
    }

    private static InvalidValueException refused(Runnable check) {
        return catchThrowableOfType(InvalidValueException.class, check::run);
    }
}
