package catallaxy.scenarios.file.market;

import catallaxy.environment.market.world.CandlePath;
import catallaxy.environment.market.world.candle.CandleFile;
import catallaxy.environment.market.world.candle.CandleFileException;
import catallaxy.environment.market.world.candle.CandleFormat;
import catallaxy.environment.market.world.candle.CandleReader;
import catallaxy.environment.market.world.candle.CandleReading;
import catallaxy.environment.market.world.candle.CandleReport;
import catallaxy.environment.market.world.candle.CandleSeries;
import catallaxy.scenarios.file.section.Section;
import catallaxy.scenarios.file.section.Values;
import catallaxy.scenarios.file.value.ValueKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads the candles of replayed assets and keeps what was found in their files. One use. */
public final class CandleFiles {
    private static final long MAX_BYTES = 1L << 30;

    private final List<CandleReport> reports = new ArrayList<>();

    /** The candles of an asset, and how the price moves within one. */
    record Candles(CandleSeries series, CandlePath path) {}

    /** What was found in each file, in the order in which they were read. */
    public List<CandleReport> reports() {
        return List.copyOf(reports);
    }

    Optional<Candles> read(String asset, Section section) {
        Optional<CandleFormat> format = CandleFormatReader.read(section);
        CandlePath path = Values.constant(section, "path", CandlePath.values());
        Optional<Path> file = file(section, asset);
        String expected = section.get("sha256", ValueKind.TEXT);
        if (!section.isSound()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Candles(read(section, file.orElseThrow(), format.orElseThrow(), expected), path));
        } catch (CandleFileException | IOException unreadable) {
            section.reject("file", "a candle file that can be read (" + unreadable.getMessage() + ")");
            return Optional.empty();
        }
    }

    private CandleSeries read(Section section, Path file, CandleFormat format, String expected) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream hashed = new DigestInputStream(in, sha256());
            CandleFile read = CandleReader.read(file.toString(), hashed, format);
            hashed.transferTo(OutputStream.nullOutputStream());
            String hash = HexFormat.of().formatHex(hashed.getMessageDigest().digest());
            if (!expected.isEmpty() && !expected.equals(hash)) {
                section.reject("sha256", "the SHA-256 of " + file + ", " + hash);
            }
            section.set("sha256", ValueKind.TEXT, hash);
            section.set("file", ValueKind.TEXT, file.toString());
            setFound(section, read.report().reading());
            reports.add(read.report());
            return read.series();
        }
    }

    /** So that the resolved scenario reads the file in the same way, whatever is found in it by then. */
    private static void setFound(Section section, CandleReading found) {
        section.set("delimiter", ValueKind.TEXT, found.delimiter() == '\t' ? "tab" : String.valueOf(found.delimiter()));
        section.set("time-format", ValueKind.TEXT, found.timeFormat());
    }

    private Optional<Path> file(Section section, String asset) {
        String name = section.get("file", ValueKind.TEXT);
        if (name.isEmpty()) {
            section.reject("file", "the name of a CSV file with candles of " + asset);
            return Optional.empty();
        }
        Path start = section.startOf("file");
        try {
            Path file = start.resolve(name).toAbsolutePath().normalize();
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                section.reject("file", "the name of a file of at most 1 GiB");
            }
            return Optional.of(file);
        } catch (InvalidPathException | IOException unusable) {
            section.reject("file", "the name of a file");
            return Optional.empty();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
