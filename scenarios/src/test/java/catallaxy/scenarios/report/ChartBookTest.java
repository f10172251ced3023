package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page's script gets to draw. */
final class ChartBookTest {
    private static final ChartBook.Span SPAN = new ChartBook.Span(ChartBook.Axis.TIME, "run", 0, 60);

    private final ChartBook book = new ChartBook();

    private static Samples samples(double... secondsAndValues) {
        SampleBuffer buffer = new SampleBuffer();
        for (int i = 0; i < secondsAndValues.length; i += 2) {
            buffer.add(secondsAndValues[i], secondsAndValues[i + 1]);
        }
        return buffer.exactly();
    }

    private void put(ChartBook.Span span, Chart.Line... lines) {
        book.write(new Markup(), Chart.of("title", "unit", "help", List.of(lines)), span);
    }

    private JsonObject data() throws IOException {
        return JsonObject.parse(Path.of("page"), book.json());
    }

    private List<JsonObject> lines(int chart) throws IOException {
        return data().objects("charts").get(chart).objects("lines");
    }

    private List<List<Object>> times() throws IOException {
        List<List<Object>> times = new ArrayList<>();
        if (data().values().get("times") instanceof List<?> all) {
            all.forEach(each -> times.add(List.copyOf((List<?>) each)));
        }
        return times;
    }

    @Test
    void seriesOfEqualTimesShareThem() throws IOException {
        put(
                SPAN,
                Chart.Line.of("a", 0, samples(0, 1, 60, 2)),
                Chart.Line.of("b", 1, samples(0, 3, 60, 4)),
                Chart.Line.of("c", 2, samples(0, 5, 30, 6)));
        put(SPAN, Chart.Line.of("d", 0, samples(0, 7, 60, 8)));
        assertThat(times()).containsExactly(List.of(0, 60), List.of(0, 30));
        assertThat(lines(0)).extracting(line -> line.number("times")).containsExactly(0.0, 0.0, 1.0);
        assertThat(lines(1)).extracting(line -> line.number("times")).containsExactly(0.0);
        assertThat(lines(1).getFirst().texts("values")).containsExactly("7", "8");
    }

    @Test
    void timesAreOfMillisecondsAndValuesOfNineDigits() throws IOException {
        put(SPAN, Chart.Line.of("a", 0, samples(0.12345, 123456.78987654, 1, 1e12 / 3, 2, -0.1 - 0.2)));
        assertThat(times().getFirst()).extracting(Object::toString).containsExactly("0.123", "1", "2");
        List<String> values = lines(0).getFirst().texts("values");
        assertThat(values).extracting(Double::parseDouble).containsExactly(123456.790, 333333333e3, -0.3);
    }

    /** Scores lie closer together than times do. */
    @Test
    void scoresOnTheAxisKeepTheirDigits() throws IOException {
        ChartBook.Span scores = new ChartBook.Span(ChartBook.Axis.SCORE, "scores", 0, 1);
        put(scores, Chart.Line.of("a", 0, samples(0.00012345, 1, 0.5, 0)));
        assertThat(times().getFirst().getFirst().toString()).isEqualTo("1.2345E-4");
        assertThat(data().objects("charts").getFirst().text("axis")).isEqualTo("score");
    }

    @Test
    void noNameCanEndTheScript() throws IOException {
        String evil = "</script><!-- & \u2028\u2029 \" ' \\";
        put(SPAN, Chart.Line.of(evil, 0, samples(0, 1, 60, 2)));
        assertThat(book.json()).doesNotContain("<", ">", "&", "\u2028", "\u2029");
        assertThat(lines(0).getFirst().text("name")).isEqualTo(evil);
    }

    /** Sixty lines of 16,384 samples would be some 15 MB, and sixty of 2,048 still too many. */
    @Test
    void manyLongLinesAreThinnedTogetherAndKeepTheirExtremes() throws IOException {
        for (int chart = 0; chart < 60; chart++) {
            SampleBuffer buffer = new SampleBuffer();
            for (int i = 0; i < 16_384; i++) {
                buffer.add(i, i == 5_000 + chart ? 1e6 : i == 9_000 ? -1e6 : Math.sin(i));
            }
            put(SPAN, Chart.Line.of("line", 0, buffer.exactly()));
        }
        int kept = 0;
        for (int chart = 0; chart < 60; chart++) {
            List<String> values = lines(chart).getFirst().texts("values");
            assertThat(values).contains("1000000", "-1000000").hasSizeGreaterThan(900);
            kept += values.size();
        }
        assertThat(kept).isLessThanOrEqualTo(90_000);
        assertThat(book.json()).hasSizeLessThan(3_000_000);
    }
}
