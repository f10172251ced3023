package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.report.Chart.Line;
import catallaxy.scenarios.report.Chart.Stroke;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetsTest {
    private static final Samples SOME = new Samples(new double[] {0, 60}, new double[] {1, 2}, 2);

    private static Line line(String name, int color) {
        return new Line(name, color, Stroke.SOLID, false, SOME);
    }

    private static Fill fill(String venue) {
        return new Fill(1, "maker", venue, true, "ETH", "USDC", 1, 100, 100, 0, 0, true, 100);
    }

    private static Chart of(int series) {
        return Chart.of(
                "Equity",
                "USDC",
                "help",
                IntStream.range(0, series).mapToObj(i -> line("agent-" + i, i)).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8})
    void aChartThatCanBeReadStaysOne(int series) {
        Chart chart = of(series);
        assertThat(Facets.of(chart)).singleElement().isSameAs(chart);
    }

    @ParameterizedTest
    @CsvSource({"9, 2", "16, 2", "17, 3", "64, 8", "65, 9", "200, 25"})
    void manySeriesBecomeChartsOfAtMostEight(int series, int facets) {
        List<Chart> split = Facets.of(of(series));
        assertThat(split).hasSize(facets);
        List<String> all = new ArrayList<>();
        for (Chart facet : split) {
            assertThat(facet.lines()).hasSizeBetween(1, 8);
            assertThat(new HashSet<>(
                            facet.lines().stream().map(line -> line.color() % 8).toList()))
                    .as("colours of " + facet.title())
                    .hasSameSizeAs(facet.lines());
            facet.lines().forEach(line -> all.add(line.name()));
        }
        assertThat(all)
                .containsExactlyElementsOf(
                        IntStream.range(0, series).mapToObj(i -> "agent-" + i).toList());
    }

    @Test
    void theySayWhichTheyShowAndShareOneScale() {
        assertThat(Facets.of(of(17)))
                .extracting(Chart::title)
                .containsExactly("Equity · 1 to 8 of 17", "Equity · 9 to 16 of 17", "Equity · 17 of 17");
        assertThat(Facets.of(of(17))).extracting(Chart::scale).containsOnly("Equity");
        assertThat(of(3).scale()).isEmpty();
    }

    @Test
    void whatBelongsToNobodyIsInAll() {
        List<Line> lines = new ArrayList<>(of(9).lines());
        lines.add(new Line("world price", Palette.NEUTRAL, Stroke.DASHED, false, SOME));
        assertThat(Facets.of(Chart.of("ETH/USDC", "USDC", "help", lines)))
                .hasSize(2)
                .allSatisfy(facet -> assertThat(facet.lines().getLast().name()).isEqualTo("world price"));
    }

    @Test
    void linesOfOneNameStayTogetherAndCountOnce() {
        List<Line> runs = IntStream.range(0, 40)
                .mapToObj(i -> line("group " + i % 4, i % 4))
                .toList();
        assertThat(Facets.of(Chart.of("Return", "", "help", runs))).hasSize(1);
    }

    @Test
    void marksGoWithTheirAgentsAndFillsWithTheirVenues() {
        List<Chart.Mark> marks = List.of(
                new Chart.Mark(1, "halt", 2, "of agent-2"),
                new Chart.Mark(2, "halt", 9, "of agent-9"),
                new Chart.Mark(3, "halt", -1, "of nobody"));
        List<Chart> split = Facets.of(of(12).withMarks(marks));
        assertThat(split.getFirst().marks()).extracting(Chart.Mark::text).containsExactly("of agent-2", "of nobody");
        assertThat(split.getLast().marks()).extracting(Chart.Mark::text).containsExactly("of agent-9", "of nobody");
        Fill here = fill("agent-1");
        Fill there = fill("agent-10");
        List<Chart> filled =
                Facets.of(of(12).withMarkers(List.of(new Chart.Markers("maker", 0, true, List.of(here, there), 2))));
        assertThat(filled.getFirst().markers().getFirst().fills()).containsExactly(here);
        assertThat(filled.getLast().markers().getFirst().fills()).containsExactly(there);
        assertThat(filled.getLast().markers().getFirst().total()).isEqualTo(1);
    }

    @Test
    void barsAreSplitAlike() {
        List<Chart.Bars> bars = IntStream.range(0, 20)
                .mapToObj(i -> new Chart.Bars("agent-" + i, i, 60, List.of(1L)))
                .toList();
        assertThat(Facets.of(Chart.ofBars("Fills", "fills", "help", bars)))
                .extracting(facet -> facet.bars().size())
                .containsExactly(8, 8, 4);
    }

    @Test
    void theBookHoldsEachFacetWithItsFrame() {
        ChartBook book = new ChartBook();
        Markup page = new Markup();
        book.write(page, of(64), new ChartBook.Span(ChartBook.Axis.TIME, "run", 0, 60));
        String html = page.toString();
        for (int i = 0; i < 8; i++) {
            assertThat(html).contains("data-chart=\"" + i + "\"");
        }
        assertThat(html).doesNotContain("data-chart=\"8\"").contains("Equity · 57 to 64 of 64");
        assertThat(book.json()).contains("\"axis\":\"time\"", "\"scale\":\"Equity\"", "\"agent-63\"");
    }
}
