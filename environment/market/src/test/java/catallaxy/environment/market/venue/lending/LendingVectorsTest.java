package catallaxy.environment.market.venue.lending;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.market.conformance.Conformance;
import catallaxy.environment.market.conformance.FileResult;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors recorded from deployed bytecode, where they are at hand, planted faults, and damaged files. */
final class LendingVectorsTest {
    private final Path folder = Path.of(System.getProperty("catallaxy.root", "."), "../shared/vectors");

    @TempDir
    private Path own;

    private FileResult check(String file, UnaryOperator<ReserveConfig> terms) throws IOException {
        Path path = folder.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "no recorded vectors at " + path);
        return new Conformance(AaveV3.vectors(terms)).check(path).files().getFirst();
    }

    @Test
    void everyRowAgrees() throws IOException {
        for (String file : List.of("aave_math", "aave_rates", "aave_config", "aave_seq")) {
            FileResult result = check(file + ".csv.gz", UnaryOperator.identity());
            assertThat(result.status()).isEqualTo(FileResult.Status.CHECKED);
            assertThat(result.failures()).as(result.toString()).isZero();
        }
    }

    @Test
    void aPlantedTermIsCaught() throws IOException {
        assertThat(check("aave_seq.csv.gz", terms -> with(terms, 1, 0, 0)).failures())
                .as("bonus")
                .isPositive();
        assertThat(check("aave_seq.csv.gz", terms -> with(terms, 0, 1, 0)).failures())
                .as("reserve factor")
                .isPositive();
        assertThat(check("aave_seq.csv.gz", terms -> with(terms, 0, 0, 1)).failures())
                .as("protocol fee")
                .isPositive();
    }

    private static ReserveConfig with(ReserveConfig terms, long bonus, long factor, long fee) {
        return new ReserveConfig(
                terms.asset(),
                terms.decimals(),
                terms.ltvBps(),
                terms.thresholdBps(),
                terms.bonusBps() - bonus,
                terms.reserveFactorBps() + factor,
                terms.protocolFeeBps() + fee,
                terms.curve());
    }

    private FileResult made(List<String> columns, String... rows) throws IOException {
        Path file = own.resolve("made.csv.gz");
        String text = "# made, seed 1\n" + String.join(",", columns) + "\n" + String.join("\n", rows) + "\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return new Conformance(AaveV3.vectors(UnaryOperator.identity()))
                .check(file)
                .files()
                .getFirst();
    }

    @Test
    void handMadeRowsAgreeAndDifferencesAreNamed() throws IOException {
        FileResult right = made(LendingMathReplay.COLUMNS, "rayToWad,1500000000,0,2,ok", "rayDiv,1,0,,revert");
        assertThat(right.failures()).as(right.toString()).isZero();
        FileResult wrong = made(LendingMathReplay.COLUMNS, "rayToWad,1500000000,0,1,ok");
        assertThat(wrong.firstFailure()).contains(new FileResult.Difference(3, "out", "1", "2"));
    }

    @Test
    void whatIsNoVectorIsTold() throws IOException {
        assertThat(made(LendingMathReplay.COLUMNS, "rayPow,1,0,2,ok").message())
                .isEqualTo("line 3: fn: unknown function \"rayPow\"");
        assertThat(made(LendingMathReplay.COLUMNS, "linearInterest,1," + "9".repeat(30) + ",2,ok")
                        .message())
                .startsWith("line 3: b: 999");
        String rest = ",10464,1269,0,79,19,91,652";
        assertThat(made(LendingConfigReplay.COLUMNS, "0,0,18,5,7058,7000" + rest)
                        .message())
                .startsWith("line 3: ltv: loan to value, basis points: expected 0 to 7000, found 7058");
        assertThat(made(LendingConfigReplay.COLUMNS, "0,999,18,5,7058,7500" + rest)
                        .message())
                .startsWith("line 3: asset: 999");
    }
}
