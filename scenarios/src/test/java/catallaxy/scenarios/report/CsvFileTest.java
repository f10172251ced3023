package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.scenarios.folder.FolderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvFileTest {

    @TempDir
    private Path work;

    private final List<String> notes = new ArrayList<>();

    /** Columns of two of which a file may have more, fewer, or the same in another order. */
    public record Pair(String b, String a) {}

    public record One(double n) {}

    public record Numbered(double i, String name) {}

    private List<Pair> pairs(String content) throws IOException {
        Path file = Files.writeString(work.resolve("x.csv"), content);
        var pairs = new ArrayList<Pair>();
        CsvFile.read(file, Pair.class, notes::add, pairs::add);
        return pairs;
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        assertThat(pairs("a,c,b\n1,2,3\r\n\n4,5,6\n")).containsExactly(new Pair("3", "1"), new Pair("6", "4"));
        assertThat(notes).isEmpty();
    }

    @Test
    void quotesHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(pairs("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\n")).containsExactly(new Pair("one\ntwo", "x, \"y\""));
    }

    @Test
    void aMissingColumnIsEmptyAndNoted() throws IOException {
        assertThat(pairs("a\n1\n")).containsExactly(new Pair("", "1"));
        assertThat(notes).containsExactly("x.csv has no column b");
    }

    @Test
    void theLastLineCountsOnlyWithItsEnd() throws IOException {
        assertThat(pairs("a,b\n1,2\n3,45")).containsExactly(new Pair("2", "1"));
        assertThat(notes).singleElement().asString().contains("cut off in line 3");
    }

    @Test
    void aFileOfHalfAHeaderIsEmpty() throws IOException {
        assertThat(pairs("a,b")).isEmpty();
        assertThat(notes).containsExactly("x.csv is empty");
    }

    @Test
    void aWrongNumberOfFieldsIsAnError() {
        assertThatThrownBy(() -> pairs("a,b\n1,2\n3\n4,5\n"))
                .isInstanceOf(FolderException.class)
                .hasMessageContaining("x.csv:3: expected 2 fields as in the header, found \"1 in 3");
    }

    @Test
    void anUnclosedQuoteDoesNotExhaustMemory() {
        String endless = "a,b\n1,\"" + "x".repeat(17 << 20) + "\n";
        assertThatThrownBy(() -> pairs(endless)).hasMessageContaining("unclosed quote");
    }

    @Test
    void numbersAreThoseOfDoubleParseDouble() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            var random = new SplittableRandom(seed);
            var written = new ArrayList<String>();
            for (int i = 0; i < 2_000; i++) {
                written.add(number(random));
            }
            Path file = Files.writeString(work.resolve("n.csv"), "n\n" + String.join("\n", written) + "\n");
            var read = new ArrayList<Double>();
            CsvFile.read(file, One.class, notes::add, row -> read.add(row.n()));
            List<Double> expected = written.stream().map(Double::valueOf).toList();
            assertThat(read).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void whatIsNoNumberIsAnError() {
        for (String text : List.of("-", ".", "-.", "1.2.3", "--1", "1e", "x", "0x10", "١")) {
            String content = "n\n" + text + "\n";
            assertThatThrownBy(() -> readNumbers(content)).as(text).hasMessageContaining("expected a number");
        }
    }

    private void readNumbers(String content) throws IOException {
        Path file = Files.writeString(work.resolve("x.csv"), content);
        CsvFile.read(file, One.class, notes::add, row -> {});
    }

    private static String number(SplittableRandom random) {
        double value = random.nextGaussian() * Math.pow(10, random.nextInt(-25, 25));
        return switch (random.nextInt(4)) {
            case 0 -> Double.toString(value);
            case 1 -> String.format(Locale.ROOT, "%." + random.nextInt(1, 24) + "f", value);
            case 2 -> Long.toString(random.nextLong());
            default ->
                List.of("0", "-0", "0.0", "1.", ".5", "NaN", "-12.50", "9007199254740993")
                        .get(random.nextInt(8));
        };
    }

    @Test
    void rowsAcrossBufferBoundariesAreWhole() throws IOException {
        int rows = 300_000;
        var content = new StringBuilder("i,name\n");
        for (int i = 0; i < rows; i++) {
            content.append(i).append(",name-").append(i % 977).append('\n');
        }
        Path file = Files.writeString(work.resolve("long.csv"), content);
        long[] seen = {0};
        CsvFile.read(file, Numbered.class, notes::add, row -> {
            assertThat(row.i() == seen[0] && row.name().equals("name-" + seen[0] % 977))
                    .isTrue();
            seen[0]++;
        });
        assertThat(seen[0]).isEqualTo(rows);
    }
}
