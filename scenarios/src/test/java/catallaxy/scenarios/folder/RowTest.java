package catallaxy.scenarios.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RowTest {
    static Stream<Record> rows() {
        return Stream.of(
                new EquityRow(1, "agent", 2.0, 3.0, 4.0),
                new InterventionRow(1, "agent", "target", "kind", "from", "to", "reason"),
                new TradeRow(1, "agent", "venue", "side", "base", "quote", 2, 3, 4, 5, 6.0, "liquidity", "reference"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theCellsAreTheComponentsUnderTheirHeader(Record row) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            values.add(component.getAccessor().invoke(row));
        }
        assertThat(((Row) row).cells()).isEqualTo(values).doesNotHaveDuplicates();
        assertThat(RecordFields.names(row.getClass())).hasSameSizeAs(values);
    }
}
