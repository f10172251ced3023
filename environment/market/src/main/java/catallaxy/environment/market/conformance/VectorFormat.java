package catallaxy.environment.market.conformance;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A kind of recorded file, known by its columns and, where several kinds have the same, by its first row.
 *
 * @param columns what a file of this kind has at least
 * @param first   what its first row is like
 * @param beside  the columns of a second file in the same folder, recorded with the same seed, which describes what the first one's rows
 *     happen to; empty if there is none
 * @param replay  makes the replay of one file from the rows of the second
 */
public record VectorFormat(
        List<String> columns,
        Predicate<VectorRow> first,
        List<String> beside,
        Function<List<VectorRow>, VectorReplay> replay) {
    public VectorFormat {
        columns = List.copyOf(columns);
        beside = List.copyOf(beside);
    }

    /** A kind of file that its columns alone tell. */
    public VectorFormat(List<String> columns, List<String> beside, Function<List<VectorRow>, VectorReplay> replay) {
        this(columns, _ -> true, beside, replay);
    }

    /** A kind of file that stands for itself. */
    public VectorFormat(List<String> columns, Supplier<VectorReplay> replay) {
        this(columns, List.of(), _ -> replay.get());
    }

    /** A kind of file that stands for itself, and shares its columns with others. */
    public VectorFormat(List<String> columns, Predicate<VectorRow> first, Supplier<VectorReplay> replay) {
        this(columns, first, List.of(), _ -> replay.get());
    }

    /** Whether a file with these columns is of this kind; one without rows may be. */
    boolean fits(Collection<String> found, @Nullable VectorRow row) {
        return found.containsAll(columns) && (row == null || first.test(row));
    }
}
