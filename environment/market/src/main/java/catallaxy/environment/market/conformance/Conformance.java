package catallaxy.environment.market.conformance;

import catallaxy.environment.market.chain.BaseFee;
import catallaxy.environment.market.chain.BlobFee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The check of recorded protocol vectors against the engine.
 * A file is known by its column names and its first row, whatever it is called; one row is in memory at a time.
 */
public final class Conformance {
    private final List<VectorFormat> formats;

    /**
     * A check of what chains and kinds of contracts are recorded in.
     *
     * @param ofKinds the formats of the registered kinds
     */
    public Conformance(List<VectorFormat> ofKinds) {
        this(ofKinds, BaseFee.ETHEREUM, UnaryOperator.identity());
    }

    /** @param blobFee what is done to each rule of blob fees first */
    Conformance(List<VectorFormat> ofKinds, BaseFee baseFee, UnaryOperator<BlobFee> blobFee) {
        List<VectorFormat> all = new ArrayList<>(ofKinds);
        all.add(new VectorFormat(BaseFeeReplay.COLUMNS, () -> new BaseFeeReplay(baseFee)));
        all.add(new VectorFormat(BlobFeeReplay.COLUMNS, () -> new BlobFeeReplay(blobFee)));
        this.formats = List.copyOf(all);
    }

    /**
     * Replays every file of a folder, or one file.
     *
     * @throws IOException if the folder or a file cannot be read at all
     */
    public ConformanceReport check(Path folder) throws IOException {
        List<FileResult> results = new ArrayList<>();
        for (Path file : files(folder)) {
            results.add(checkFile(file));
        }
        return new ConformanceReport(results);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private FileResult checkFile(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".gz")) {
            return FileResult.unsupported(name, "not a gzip file");
        }
        Differences differences = new Differences();
        try (VectorReader rows = new VectorReader(Files.newInputStream(file))) {
            @Nullable VectorRow first = rows.next();
            Optional<VectorFormat> format = format(rows.columns().keySet(), first);
            if (format.isEmpty()) {
                return FileResult.unsupported(
                        name, "no replay for the columns " + rows.columns().keySet());
            }
            Optional<List<VectorRow>> beside = beside(file, format.get(), rows.seed());
            if (beside.isEmpty()) {
                return FileResult.unsupported(
                        name,
                        "no file of seed " + rows.seed() + " beside it has the columns "
                                + format.get().beside());
            }
            replayAll(first, rows, format.get().replay().apply(beside.get()), differences);
            return differences.result(name, FileResult.Status.CHECKED, "");
        } catch (CorruptVectorException e) {
            return differences.result(name, FileResult.Status.CORRUPT, String.valueOf(e.getMessage()));
        }
    }

    private Optional<VectorFormat> format(Collection<String> columns, @Nullable VectorRow first) {
        return formats.stream().filter(format -> format.fits(columns, first)).findFirst();
    }

    /** The rows of the file that describes what a file's rows happen to, empty if there is none; no rows where none is needed. */
    private static Optional<List<VectorRow>> beside(Path file, VectorFormat format, String seed)
            throws IOException, CorruptVectorException {
        if (format.beside().isEmpty()) {
            return Optional.of(List.of());
        }
        for (Path other : files(Objects.requireNonNull(file.toAbsolutePath().getParent()))) {
            if (other.toString().endsWith(".gz")) {
                Optional<List<VectorRow>> rows = rows(other, format.beside(), seed);
                if (rows.isPresent()) {
                    return rows;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<VectorRow>> rows(Path file, List<String> columns, String seed)
            throws IOException, CorruptVectorException {
        try (VectorReader in = new VectorReader(Files.newInputStream(file))) {
            if (!in.columns().keySet().containsAll(columns) || !in.seed().equals(seed)) {
                return Optional.empty();
            }
            List<VectorRow> rows = new ArrayList<>();
            @Nullable VectorRow row = in.next();
            while (row != null) {
                rows.add(row);
                row = in.next();
            }
            return Optional.of(rows);
        }
    }

    private static void replayAll(
            @Nullable VectorRow first, VectorReader rows, VectorReplay replay, Differences differences)
            throws IOException, CorruptVectorException {
        @Nullable VectorRow row = first;
        while (row != null) {
            differences.nextRow();
            try {
                replay.replay(row, differences);
            } catch (ArithmeticException e) {
                throw new CorruptVectorException(row.line(), "beyond the engine's range: " + e.getMessage());
            }
            row = rows.next();
        }
    }
}
