package catallaxy.scenarios.file.market;

import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.population.RecordedSpec;
import catallaxy.environment.market.recording.BinanceReader;
import catallaxy.environment.market.recording.FlowFileException;
import catallaxy.environment.market.recording.LobsterReader;
import catallaxy.environment.market.recording.RecordedFlow;
import catallaxy.environment.market.recording.Steps;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.section.RecordReader;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.value.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads groups of the population that are recorded: their keys, and the files that they name. */
final class FlowFiles {
    private static final long MAX_BYTES = 1L << 30;

    private final RecordReader records;
    private final List<Optional<VenueSpec>> venues;
    private final Assets assets;

    /** How a recording is written. */
    enum Format {
        LOBSTER,
        BINANCE
    }

    FlowFiles(RecordReader records, List<Optional<VenueSpec>> venues, Assets assets) {
        this.records = records;
        this.venues = venues;
        this.assets = assets;
    }

    /** The group; empty after noting what is wrong. */
    Optional<GroupSpec> read(Section section) {
        Optional<Path> file = file(section, "file");
        Optional<Path> book =
                section.get("book-file", ValueKind.TEXT).isEmpty() ? Optional.empty() : file(section, "book-file");
        Format format = Values.constant(section, "format", Format.values());
        String expected = section.get("sha256", ValueKind.TEXT);
        Optional<RecordedFlow> flow = steps(section)
                .flatMap(steps -> file.filter(path -> section.isSound())
                        .flatMap(path -> read(section, path, book, format, steps)));
        file.filter(path -> flow.isPresent()).ifPresent(path -> check(section, path, book, expected));
        return records.read(
                        section,
                        RecordedSpec.class,
                        Map.of("flow", flow, "crowd", section.name(), "latencyNanos", 0L, "latencyJitter", 0.0))
                .map(GroupSpec.class::cast);
    }

    /** Tick and lot of the book that is named; empty where there is no such. */
    private Optional<Steps> steps(Section section) {
        List<String> written = section.written("venues");
        for (Optional<VenueSpec> venue : venues) {
            if (venue.isPresent() && venue.get() instanceof VenueSpec.Book book && written.equals(List.of(book.id()))) {
                BigDecimal lot = BigDecimal.valueOf(book.lotUnits(), assets.decimals(book.base()));
                BigDecimal tickLot = BigDecimal.valueOf(book.quoteUnitsPerTickLot(), assets.decimals(book.quote()));
                return Optional.of(new Steps(tickLot.divide(lot), lot));
            }
        }
        if (venues.stream().flatMap(Optional::stream).anyMatch(venue -> written.contains(venue.id()))) {
            section.reject("venues", "one order book");
        } else {
            section.rejectConsequence(); // of a venue with mistakes, or of a name that is noted where the list is read
        }
        return Optional.empty();
    }

    private static Optional<RecordedFlow> read(
            Section section, Path file, Optional<Path> book, Format format, Steps steps) {
        String name = file.getFileName().toString();
        try {
            return Optional.of(
                    switch (format) {
                        case LOBSTER -> LobsterReader.read(name, new Source(file, book), steps);
                        case BINANCE -> BinanceReader.read(name, Files.newInputStream(file), steps);
                    });
        } catch (FlowFileException | IOException unreadable) {
            section.reject("file", "a recording that can be read (" + unreadable.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** The files of a LOBSTER recording. */
    private record Source(Path file, Optional<Path> rows) implements LobsterReader.Source {
        @Override
        public InputStream messages() throws IOException {
            return Files.newInputStream(file);
        }

        @Override
        public Optional<InputStream> book() throws IOException {
            return rows.isPresent() ? Optional.of(Files.newInputStream(rows.get())) : Optional.empty();
        }
    }

    /** Writes the files' hash into the resolved scenario, so that others of the name are found out. */
    private static void check(Section section, Path file, Optional<Path> book, String expected) {
        try {
            MessageDigest digest = CandleFiles.sha256();
            hash(file, digest);
            if (book.isPresent()) {
                hash(book.get(), digest);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            if (!expected.isEmpty() && !expected.equals(hash)) {
                section.reject("sha256", "the SHA-256 of " + file + ", " + hash);
            }
            section.set("sha256", ValueKind.TEXT, hash);
        } catch (IOException unreadable) {
            section.reject("file", "a file that can be read");
        }
    }

    private static void hash(Path file, MessageDigest digest) throws IOException {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static Optional<Path> file(Section section, String key) {
        try {
            String name = section.get(key, ValueKind.TEXT);
            Path file = section.startOf(key).resolve(name).toAbsolutePath().normalize();
            if (name.isEmpty() || !Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                section.reject(key, "the name of a recording of at most 1 GiB");
                return Optional.empty();
            }
            section.set(key, ValueKind.TEXT, file.toString());
            return Optional.of(file);
        } catch (InvalidPathException | IOException unusable) {
            section.reject(key, "the name of a file");
            return Optional.empty();
        }
    }
}
