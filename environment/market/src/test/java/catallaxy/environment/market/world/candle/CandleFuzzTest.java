package catallaxy.environment.market.world.candle;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mutated files: each is read or refused with the documented exception, in time. */
class CandleFuzzTest {
    private static final List<TimeMark> MARKS = List.of(TimeMark.values());
    private static final String[] TOKENS = {
        ",",
        "\n",
        "\r",
        "\"",
        "\"\"",
        "-",
        "1e308",
        "1e-400",
        "NaN",
        "Infinity",
        "0x1p3",
        "\0",
        "\uFEFF",
        "é",
        "9999-12-31",
        "-999999999-01-01",
        "2024-02-30",
        ";",
        "\t",
        "1.2.3",
        "99999999999999999999999999",
        "2024-01-01T00:00:00+99:99",
        " "
    };

    @Test
    void neverFailsButAsDocumented() {
        fuzz(0, 20_000);
    }

    @Test
    @Tag("long")
    void neverFailsButAsDocumentedOverManyFiles() {
        fuzz(1_000_000, 100_000);
    }

    private static void fuzz(int firstSeed, int files) {
        int readable = 0;
        for (int seed = firstSeed; seed < firstSeed + files; seed++) {
            RandomStream random = RandomStream.of(seed, "fuzz");
            byte[] file = mutated(original(random), random);
            CandleFormat format = format(random);
            long start = System.nanoTime();
            readable += readable(seed, file, format) ? 1 : 0;
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d", seed)
                    .isLessThan(Duration.ofSeconds(1));
        }
        assertThat(readable)
                .as("some mutations leave a file readable, and some do not")
                .isBetween(files / 50, files / 2);
    }

    private static boolean readable(int seed, byte[] file, CandleFormat format) {
        try {
            CandleSeries series = CandleReader.read("fuzz.csv", new ByteArrayInputStream(file), format)
                    .series();
            assertThat(series.size()).as("seed %d", seed).isPositive();
            return true;
        } catch (CandleFileException e) {
            assertThat(e).as("seed %d", seed).hasMessageStartingWith("fuzz.csv");
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static CandleFormat format(RandomStream random) {
        CandleFormat base = CandleReaderTest.format(random.nextBoolean(0.8) ? "iso" : "yyyy-MM-dd");
        TimeMark mark = MARKS.get(random.nextInt(MARKS.size()));
        long interval = random.nextBoolean(0.8) ? 0 : Duration.ofDays(1).toNanos();
        TimeColumn time = new TimeColumn(base.time().column(), base.time().format(), mark, interval);
        CsvLayout layout = new CsvLayout(',', random.nextInt(10) / 9, true);
        return new CandleFormat(layout, time, base.prices(), random.nextBoolean(0.5) ? 0 : random.nextInt(20));
    }

    private static String original(RandomStream random) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        int rows = random.nextInt(40);
        for (int i = 0; i < rows; i++) {
            text.append("2024-01-")
                    .append(10 + i % 20)
                    .append(",10,12.5,9,11,")
                    .append(i)
                    .append('\n');
        }
        return text.toString();
    }

    private static byte[] mutated(String original, RandomStream random) {
        StringBuilder text = new StringBuilder(original);
        int mutations = random.nextInt(6);
        for (int i = 0; i < mutations; i++) {
            mutate(text, random);
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextBoolean(0.2)) {
            bytes = gzip(bytes);
        }
        if (random.nextBoolean(0.2)) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextBoolean(0.1) ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static void mutate(StringBuilder text, RandomStream random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(5)) {
            case 0 -> text.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
            case 1 -> text.replace(at, end, TOKENS[random.nextInt(TOKENS.length)]);
            case 2 -> text.delete(at, end);
            case 3 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(100)));
            default -> text.insert(at, (char) random.nextInt(0x1_0000));
        }
        if (text.isEmpty()) {
            text.append('\n');
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
