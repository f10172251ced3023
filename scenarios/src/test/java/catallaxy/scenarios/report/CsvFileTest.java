package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private List<String> texts(String content, String... columns) throws IOException {
        Path file = Files.writeString(work.resolve("x.csv"), content);
        var texts = new ArrayList<String>();
        CsvFile.read(file, List.of(columns), notes::add, row -> {
            for (int i = 0; i < columns.length; i++) {
                texts.add(row.text(i));
            }
        });
        return texts;
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        assertThat(texts("a,b,c\n1,2,3\r\n\n4,5,6\n", "c", "a")).containsExactly("3", "1", "6", "4");
        assertThat(notes).isEmpty();
    }

    @Test
    void quotesHoldCommasQuotesAndLineEnds() throws IOException {
        assertThat(texts("a,b\n\"x, \"\"y\"\"\",\"one\ntwo\"\n", "a", "b")).containsExactly("x, \"y\"", "one\ntwo");
    }

    @Test
    void aMissingColumnIsEmptyAndNoted() throws IOException {
        assertThat(texts("a\n1\n", "a", "z")).containsExactly("1", "");
        assertThat(notes).containsExactly("x.csv has no column z");
    }

    @Test
    void theLastLineCountsOnlyWithItsEnd() throws IOException {
        assertThat(texts("a,b\n1,2\n3,45", "b")).containsExactly("2");
        assertThat(notes).singleElement().asString().contains("cut off in line 3");
    }

    @Test
    void aWrongNumberOfFieldsIsAnError() {
        assertThatThrownBy(() -> texts("a,b\n1,2\n3\n4,5\n", "a"))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("x.csv:3: expected 2 fields as in the header, found \"1 in 3");
    }

    @Test
    void anUnclosedQuoteDoesNotExhaustMemory() {
        String endless = "a,b\n1,\"" + "x".repeat(17 << 20) + "\n";
        assertThatThrownBy(() -> texts(endless, "a")).hasMessageContaining("unclosed quote");
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
            CsvFile.read(file, List.of("n"), notes::add, row -> read.add(row.number(0)));
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
        CsvFile.read(file, List.of("n"), notes::add, row -> row.number(0));
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
        CsvFile.read(file, List.of("i", "name"), notes::add, row -> {
            assertThat(row.number(0) == seen[0] && row.text(1).equals("name-" + seen[0] % 977))
                    .isTrue();
            seen[0]++;
        });
        assertThat(seen[0]).isEqualTo(rows);
    }
}
