package catallaxy.environment.market.conformance;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * A kind of recorded file, known by its columns.
 *
 * @param columns what a file of this kind has at least
 * @param replay  makes the replay of one file
 */
public record VectorFormat(List<String> columns, Supplier<VectorReplay> replay) {
    public VectorFormat {
        columns = List.copyOf(columns);
    }

    boolean fits(Collection<String> found) {
        return found.containsAll(columns);
    }
}
