package catallaxy.environment.market.conformance;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A kind of recorded file, known by its columns.
 *
 * @param columns what a file of this kind has at least
 * @param beside  the columns of a second file in the same folder, recorded with the same seed, which describes what the first one's rows
 *     happen to; empty if there is none
 * @param replay  makes the replay of one file from the rows of the second
 */
public record VectorFormat(List<String> columns, List<String> beside, Function<List<VectorRow>, VectorReplay> replay) {
    public VectorFormat {
        columns = List.copyOf(columns);
        beside = List.copyOf(beside);
    }

    /** A kind of file that stands for itself. */
    public VectorFormat(List<String> columns, Supplier<VectorReplay> replay) {
        this(columns, List.of(), _ -> replay.get());
    }

    boolean fits(Collection<String> found) {
        return found.containsAll(columns);
    }
}
