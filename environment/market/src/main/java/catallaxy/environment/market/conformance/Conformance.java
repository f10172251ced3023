package catallaxy.environment.market.conformance;

import catallaxy.environment.market.chain.BaseFee;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The check of recorded protocol vectors against the engine.
 * A file is known by its column names, whatever it is called; one row is in memory at a time.
 */
public final class Conformance {
    private final List<VectorFormat> formats;

    /**
     * A check of what chains and kinds of contracts are recorded in.
     *
     * @param ofKinds the formats of the registered kinds
     */
    public Conformance(List<VectorFormat> ofKinds) {
        this(ofKinds, BaseFee.ETHEREUM);
    }

    Conformance(List<VectorFormat> ofKinds, BaseFee baseFee) {
        List<VectorFormat> all = new ArrayList<>(ofKinds);
        all.add(new VectorFormat(BaseFeeReplay.COLUMNS, () -> new BaseFeeReplay(baseFee)));
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
            Optional<VectorReplay> replay = replay(rows.columns().keySet());
            if (replay.isEmpty()) {
                return FileResult.unsupported(
                        name, "no replay for the columns " + rows.columns().keySet());
            }
            replayAll(rows, replay.get(), differences);
            return differences.result(name, FileResult.Status.CHECKED, "");
        } catch (CorruptVectorException e) {
            return differences.result(name, FileResult.Status.CORRUPT, String.valueOf(e.getMessage()));
        }
    }

    private Optional<VectorReplay> replay(Collection<String> columns) {
        return formats.stream()
                .filter(format -> format.fits(columns))
                .findFirst()
                .map(format -> format.replay().get());
    }

    private static void replayAll(VectorReader rows, VectorReplay replay, Differences differences)
            throws IOException, CorruptVectorException {
        @Nullable VectorRow row = rows.next();
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
