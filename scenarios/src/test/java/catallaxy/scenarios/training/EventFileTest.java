package catallaxy.scenarios.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    Path folder;

    /** Bytes from the definition of the messages; checksums computed by a table-driven CRC-32C outside Java. */
    @Test
    void writesTheBytesOfTheFormat() throws IOException {
        Path file = folder.resolve("events");
        try (EventFile events = EventFile.create(file, 1.5)) {
            events.add(2.5, 300, Map.of("a/b", 0.5));
        }
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).isEqualTo(EXPECTED);
    }

    @Test
    void forgetsWhatCameAfterAStepAndWhatIsCut() throws IOException {
        Path file = folder.resolve("events");
        long[] sizes = new long[4];
        for (int i = 0; i < 4; i++) {
            try (EventFile events = EventFile.create(file, 1)) {
                events.add(2, 100L * (i + 1), Map.of("a", (double) i, "b", 2.0));
            }
            sizes[i] = Files.size(file);
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 3));
        EventFile.forgetAfter(file, 1000);
        assertThat(file).hasSize(sizes[2]);
        Files.write(file, whole);
        EventFile.forgetAfter(file, 200);
        assertThat(file).hasSize(sizes[1]);
        EventFile.forgetAfter(file, 0);
        assertThat(Files.size(file)).isPositive().isLessThan(sizes[0]);
    }

    private static final String EXPECTED =
            "1800000000000000a37f4b2209000000000000f83f1a0d627261696e2e4576656e743a322a28646c1a00000000"
                    + "000000129bd82d09000000000000044010ac022a0c0a0a0a03612f62150000003f2877e157";
}
