package catallaxy.scenarios.file.section;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import org.junit.jupiter.api.Test;

class RecordShapeTest {
    private static final RecordShape SHAPE = RecordShape.of(Range.class);

    record Range(int low, long high) {
        Range {
            if (low > high) {
                throw new IllegalArgumentException("low " + low + " over high " + high);
            }
            if (high == Long.MAX_VALUE) {
                throw new UnsupportedOperationException("endless");
            }
        }
    }

    @Test
    void itHasTheComponentsInTheirOrder() {
        assertThat(SHAPE.components()).extracting(RecordComponent::getName).containsExactly("low", "high");
        assertThat(SHAPE.component("high")).map(RecordComponent::getType).hasValue(long.class);
        assertThat(SHAPE.component("middle")).isEmpty();
    }

    @Test
    void aTypeIsLookedUpOnce() {
        assertThat(RecordShape.of(Range.class)).isSameAs(SHAPE);
        assertThat(RecordShape.of(Names.class)).isNotSameAs(SHAPE);
    }

    @Test
    void itConstructsWhatTheRecordTakes() {
        assertThat(SHAPE.construct(new Object[] {1, 2L})).isEqualTo(new Range(1, 2));
    }

    @Test
    void whatTheRecordRefusesComesOutAsItIs() {
        assertThatThrownBy(() -> SHAPE.construct(new Object[] {3, 2L}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("low 3 over high 2");
    }

    @Test
    void anyOtherExceptionNamesTheType() {
        assertThatThrownBy(() -> SHAPE.construct(new Object[] {1, Long.MAX_VALUE}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(Range.class.getName())
                .hasRootCauseMessage("endless");
    }
}
