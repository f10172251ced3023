package catallaxy.environment.market.venue.flash;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.conformance.Conformance;
import catallaxy.environment.market.conformance.FileResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded flash loans, where they are at hand. */
final class FlashVectorsTest {
    private final Path file = Path.of(System.getProperty("catallaxy.root", "."), "../shared/vectors/flash_seq.csv.gz");

    @TempDir
    private Path folder;

    private FileResult check(List<String> lines) throws IOException {
        Path made = folder.resolve("made.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(made))) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return new Conformance(new FlashLoans().vectors()).check(made).files().getFirst();
    }

    /** The comments and rows of one protocol. */
    private List<String> rows(String protocol) throws IOException {
        Assumptions.assumeTrue(Files.exists(file), "no recorded vectors at " + file);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line ->
                            line.startsWith("#") || line.startsWith("protocol,") || line.startsWith(protocol + ","))
                    .toList();
        }
    }

    @Test
    void everyRowOfEachLenderAgrees() throws IOException {
        for (String protocol : FlashLoans.protocols().keySet()) {
            FileResult result = check(rows(protocol));
            assertThat(result.status()).as(result.toString()).isEqualTo(FileResult.Status.CHECKED);
            assertThat(result.cases()).isGreaterThan(400);
            assertThat(result.failures()).as(result.toString()).isZero();
        }
    }

    @Test
    void aPlantedAmountIsCaught() throws IOException {
        for (String protocol : FlashLoans.protocols().keySet()) {
            List<String> changed = rows(protocol).stream()
                    .map(line -> line.replaceFirst("^(\\w+,\\d+,\\d+,flash\\w*,[^,]*,)(\\d*[1-9]),", "$11$2,"))
                    .toList();
            assertThat(check(changed).failures()).as(protocol).isPositive();
        }
    }

    @Test
    void whatIsNoVectorIsTold() throws IOException {
        String columns = String.join(",", FlashReplay.COLUMNS);
        String rest = ",0,0,0,0,0,ok,,,,,,,,,,";
        assertThat(check(List.of("# made, seed 1", columns, "v9,0,flash,0" + rest))
                        .message())
                .isEqualTo("line 3: protocol: unknown lender \"v9\"");
        for (String protocol : FlashLoans.protocols().keySet()) {
            assertThat(check(List.of("# made, seed 1", columns, protocol + ",0,melt,500" + rest))
                            .message())
                    .isEqualTo("line 3: type: unknown operation \"melt\"");
        }
        assertThat(check(List.of("# made, seed 1", columns, "aave,0,flashLoan,5" + rest))
                        .message())
                .startsWith("line 3: param: expected two numbers");
        assertThat(check(List.of("# made, seed 1", columns, "aave,0,flashLoan,5;10001" + rest))
                        .message())
                .isEqualTo("line 3: param: 10001 basis points");
    }
}
