package catallaxy.environment.market.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.venue.uniswapv2.UniswapV2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformanceTest {
    @TempDir
    private Path folder;

    private FileResult check(String columns, List<String> rows) throws IOException {
        Path file = Vectors.write(folder, "any-name.csv.gz", columns, rows);
        return new Conformance(Kinds.registered().vectors()).check(file).files().getFirst();
    }

    private static List<String> replaced(List<String> rows, int row, String from, String to) {
        List<String> changed = new ArrayList<>(rows);
        assertThat(rows.get(row)).contains(from);
        changed.set(row, rows.get(row).replaceFirst(from, to));
        return changed;
    }

    @Test
    void handMadeVectorsAgree() throws IOException {
        Vectors.write(folder, "a.csv.gz", Vectors.SWAP_COLUMNS, Vectors.SWAPS);
        Vectors.write(folder, "b.csv.gz", Vectors.SEQUENCE_COLUMNS, Vectors.SEQUENCE);
        Vectors.write(
                folder,
                "c.csv.gz",
                "node,segment,block,gasLimit,gasUsed,baseFee,nextBaseFee",
                List.of("x,0,1,30000000,30000000,1000000000,1125000000", "x,0,2,30000000,0,1000000000,875000000"));
        ConformanceReport report = new Conformance(Kinds.registered().vectors()).check(folder);
        assertThat(report.files())
                .as(report.toString())
                .extracting(FileResult::cases)
                .containsExactly(4L, 6L, 2L);
        assertThat(report.files()).allMatch(file -> file.status() == FileResult.Status.CHECKED);
        assertThat(report.failures()).as(report.toString()).isZero();
    }

    /** The reserve price holds at 17 wei of base fee and not at 16; in the fork's first block with the child's fraction. */
    @Test
    void handMadeBlobFeesAgreeAndOthersDoNot() throws IOException {
        String columns = String.join(",", BlobFeeReplay.COLUMNS);
        List<String> rows = List.of(
                "osaka,osaka,1572864,524288,17,786432,1179648,5007716,1,1747626,1",
                "osaka,prague,1572864,524288,16,786432,1179648,5007716,1,1310720,1",
                "custom,custom,1000,0,1,100,200,300,27,900,20",
                "prague,cancun,10015432,786432,1,786432,1179648,5007716,20,10015432,7");
        FileResult right = check(columns, rows);
        assertThat(right.status()).isEqualTo(FileResult.Status.CHECKED);
        assertThat(right.failures()).as("%s", right).isZero();
        FileResult wrong = check(columns, replaced(rows, 0, "1747626", "1747627"));
        assertThat(wrong.firstFailure()).contains(new FileResult.Difference(5, "excessBlobGas", "1747627", "1747626"));
        assertThat(check(columns, replaced(rows, 0, "osaka", "paris")).message())
                .isEqualTo("line 5: fork: unknown fork \"paris\"");
        assertThat(check(columns, replaced(rows, 2, "300", "0")).message()).startsWith("line 7: target: ");
        assertThat(check(columns, replaced(rows, 2, "1000,0", "x,0")).message())
                .isEqualTo("line 7: parentExcessBlobGas: not a decimal number: \"x\"");
        assertThat(check(columns, replaced(rows, 2, "1000,0", "1000000000000,0"))
                        .message())
                .startsWith("line 7: beyond the engine's range: ");
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        FileResult result = check("nextBaseFee,extra,baseFee,gasUsed,gasLimit", List.of("875000000,?,1000000000,0,2"));
        assertThat(result.status()).isEqualTo(FileResult.Status.CHECKED);
        assertThat(result.failures()).isZero();
    }

    @Test
    void aPlantedFeeIsCaughtAndNamed() throws IOException {
        Path file = Vectors.write(folder, "a.csv.gz", Vectors.SWAP_COLUMNS, Vectors.SWAPS);
        FileResult result =
                new Conformance(UniswapV2.vectors(2)).check(file).files().getFirst();
        assertThat(result.failures()).isEqualTo(2);
        assertThat(result.firstFailure()).contains(new FileResult.Difference(5, "amountOut", "996", "997"));
    }

    @Test
    void aPlantedRoundingIsCaughtAndNamed() throws IOException {
        FileResult quote = check(Vectors.SWAP_COLUMNS, replaced(Vectors.SWAPS, 0, "996,1000,ok", "996,999,ok"));
        assertThat(quote.firstFailure()).contains(new FileResult.Difference(5, "amountInFor", "999", "1000"));
        FileResult price =
                check(Vectors.SEQUENCE_COLUMNS, replaced(Vectors.SEQUENCE, 1, "292200960,519", "292200961,519"));
        assertThat(price.failures()).isEqualTo(1);
        assertThat(price.firstFailure().orElseThrow().field()).isEqualTo("price0CumulativeLast");
        assertThat(price.firstFailure().orElseThrow().line()).isEqualTo(6);
    }

    @Test
    void aWrongReasonIsCaught() throws IOException {
        FileResult result =
                check(Vectors.SWAP_COLUMNS, replaced(Vectors.SWAPS, 0, "UniswapV2: K", "UniswapV2: OVERFLOW"));
        assertThat(result.firstFailure())
                .contains(new FileResult.Difference(5, "plusOne", "UniswapV2: OVERFLOW", "UniswapV2: K"));
    }

    @Test
    void whatNoReplayKnowsIsUnsupported() throws IOException {
        FileResult other = check("a,b", List.of("1,2"));
        assertThat(other.status()).isEqualTo(FileResult.Status.UNSUPPORTED);
        assertThat(other.message()).contains("[a, b]");
        Path text = Files.writeString(folder.resolve("README.md"), "text");
        assertThat(new Conformance(Kinds.registered().vectors())
                        .check(text)
                        .files()
                        .getFirst()
                        .status())
                .isEqualTo(FileResult.Status.UNSUPPORTED);
    }

    /** What describes the rows of another file is found by its columns and its seed, whatever other files there are. */
    @Test
    void aFileThatDescribesAnotherIsFoundBesideIt() throws IOException {
        VectorFormat format = new VectorFormat(
                List.of("seq", "sum"),
                List.of("seq", "first", "second"),
                described -> (row, differences) -> differences.expect(
                        row,
                        "sum",
                        row.described("seq", described)
                                .number("first")
                                .plusExact(row.described("seq", described).number("second"))));
        Conformance conformance = new Conformance(List.of(format));
        Path file = Vectors.write(folder, "sums.csv.gz", "seq,sum", List.of("0,3", "1,8"));
        Files.writeString(folder.resolve("README.md"), "text");
        FileResult alone = conformance.check(file).files().getFirst();
        assertThat(alone.status()).isEqualTo(FileResult.Status.UNSUPPORTED);
        assertThat(alone.message()).isEqualTo("no file of seed 1 beside it has the columns [seq, first, second]");
        Vectors.write(folder, "a.csv.gz", 2, "seq,first,second", List.of("0,0,0", "1,0,0"));
        Vectors.write(folder, "b.csv.gz", "seq,first,second", List.of("0,1,2", "1,3,4"));
        FileResult described = conformance.check(file).files().getFirst();
        assertThat(described.cases()).isEqualTo(2);
        assertThat(described.firstFailure()).contains(new FileResult.Difference(6, "sum", "8", "7"));
        Path other = Vectors.write(folder, "sums.csv.gz", "seq,sum", List.of("7,0"));
        assertThat(conformance.check(other).files().getFirst().message())
                .isEqualTo("line 5: seq: nothing is described under it: 7");
    }

    /** Several protocols record functions with their arguments in the same columns. */
    @Test
    void ofFilesWithTheSameColumnsTheFirstRowTellsWhichItIs() throws IOException {
        VectorFormat sums = new VectorFormat(
                List.of("fn", "out"),
                row -> row.text("fn").startsWith("plus"),
                () -> (row, differences) -> differences.expect(row, "out", "3"));
        VectorFormat others =
                new VectorFormat(List.of("fn", "out"), () -> (row, differences) -> differences.expect(row, "out", "4"));
        Conformance conformance = new Conformance(List.of(sums, others));
        Vectors.write(folder, "a.csv.gz", "fn,out", List.of("times,4", "plus,4"));
        Vectors.write(folder, "b.csv.gz", "fn,out", List.of("plus,3", "times,3"));
        Vectors.write(folder, "c.csv.gz", "fn,out", List.of("plus,4"));
        assertThat(conformance.check(folder).files())
                .extracting(FileResult::failures)
                .containsExactly(0L, 0L, 1L);
    }

    @Test
    void brokenRowsNameTheirLine() throws IOException {
        assertCorrupt(replaced(Vectors.SWAPS, 1, "1000000", "x"), "line 6: reserve0: not a decimal number: \"x\"");
        assertCorrupt(replaced(Vectors.SWAPS, 1, ",ok", ""), "line 6: expected 12 fields, found 11");
        assertCorrupt(replaced(Vectors.SWAPS, 1, ",0,1000,", ",2,1000,"), "line 6: zeroForOne: expected 0 or 1");
        assertCorrupt(replaced(Vectors.SWAPS, 1, "1000000", "9".repeat(80)), "line 6: reserve0: above 2^256");
        FileResult operation = check(Vectors.SEQUENCE_COLUMNS, replaced(Vectors.SEQUENCE, 0, "mint", "melt"));
        assertThat(operation.message()).isEqualTo("line 5: type: unknown operation \"melt\"");
        FileResult beyond =
                check(Vectors.SEQUENCE_COLUMNS, replaced(Vectors.SEQUENCE, 4, "donate,5", "donate," + "9".repeat(77)));
        assertThat(beyond.message()).startsWith("line 9: beyond the engine's range");
        FileResult target = check(String.join(",", BaseFeeReplay.COLUMNS), List.of("1,0,7,7"));
        assertThat(target.message()).isEqualTo("line 5: gasLimit: 1 leaves no gas target");
    }

    private void assertCorrupt(List<String> swaps, String message) throws IOException {
        FileResult result = check(Vectors.SWAP_COLUMNS, swaps);
        assertThat(result.status()).isEqualTo(FileResult.Status.CORRUPT);
        assertThat(result.message()).startsWith(message);
    }

    @Test
    void filesThatAreNoVectorsAreCorrupt() throws IOException {
        Path file = folder.resolve("x.csv.gz");
        Files.writeString(file, "not gzip");
        assertThat(new Conformance(Kinds.registered().vectors())
                        .check(folder)
                        .files()
                        .getFirst()
                        .message())
                .contains("not a gzip file");
        Files.write(file, new byte[0]);
        assertThat(new Conformance(Kinds.registered().vectors()).check(folder).corrupt())
                .isEqualTo(1);
        assertThat(check("a,a", List.of()).message()).isEqualTo("line 4: column a twice");
        assertThatThrownBy(() -> new Conformance(Kinds.registered().vectors()).check(folder.resolve("absent")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anyDamageGivesAMessageAndNoException() throws IOException {
        byte[] whole =
                Files.readAllBytes(Vectors.write(folder, "v.csv.gz", Vectors.SEQUENCE_COLUMNS, Vectors.SEQUENCE));
        for (int length = 0; length < whole.length; length++) {
            assertThat(damaged(Arrays.copyOf(whole, length)).status()).isEqualTo(FileResult.Status.CORRUPT);
        }
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] altered = whole.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(8));
            FileResult result = damaged(altered);
            boolean told = result.status() == FileResult.Status.CHECKED
                    || !result.message().isEmpty();
            assertThat(told).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void anyDamagedTextGivesAMessageAndNoException() throws IOException {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            boolean sequence = random.nextBoolean();
            List<String> rows = sequence ? Vectors.SEQUENCE : Vectors.SWAPS;
            String columns = sequence ? Vectors.SEQUENCE_COLUMNS : Vectors.SWAP_COLUMNS;
            int row = random.nextInt(rows.size());
            List<String> changed = new ArrayList<>(rows);
            StringBuilder text = new StringBuilder(rows.get(row));
            for (int i = random.nextInt(3); i >= 0; i--) {
                text.insert(random.nextInt(text.length()), "0123456789,;-.x\n".charAt(random.nextInt(16)));
            }
            changed.set(row, text.toString());
            FileResult result = check(columns, changed);
            assertThat(result.status()).as("seed %d", seed).isNotEqualTo(FileResult.Status.UNSUPPORTED);
        }
    }

    private FileResult damaged(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged.csv.gz"), bytes);
        return new Conformance(Kinds.registered().vectors()).check(file).files().getFirst();
    }
}
