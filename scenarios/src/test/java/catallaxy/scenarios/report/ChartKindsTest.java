package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered kind of chart keeps what the kit asks, and the kit finds whoever does not. */
final class ChartKindsTest {
    @TempDir
    static Path work;

    private static Path folder = Path.of("");

    @BeforeAll
    static void run() throws IOException {
        folder = RecordedRun.writeWithLenders(work.resolve("run"), 7, 20);
    }

    /** A kind whose charts are what a function makes of a run. */
    private record Stub(String name, ChartSection section, int place, Function<RunFolder, List<Chart>> drawing)
            implements ChartKind {
        Stub(String name, Function<RunFolder, List<Chart>> drawing) {
            this(name, ChartSection.MORE, 0, drawing);
        }

        @Override
        public String title() {
            return "Title of " + name;
        }

        @Override
        public String unit() {
            return "";
        }

        @Override
        public String definition() {
            return "A chart of this test.";
        }

        @Override
        public List<Chart> charts(RunFolder run) {
            return drawing.apply(run);
        }
    }

    private static Chart chart(double[] seconds, double... values) {
        return Chart.of("Stub", "", "", List.of(Chart.Line.of("line", 0, new Samples(seconds, values, values.length))));
    }

    private static String html(ChartKind... kinds) throws IOException {
        ChartKinds registry = ChartKinds.of(List.of(kinds));
        return new ReportPage(List.of(RunFolder.read(folder)), Optional.empty(), Optional.empty(), registry).html();
    }

    static List<ChartKind> registered() {
        return ChartKinds.registered().all();
    }

    @ParameterizedTest
    @MethodSource("registered")
    void eachKeepsWhatTheKitAsks(ChartKind kind) throws IOException {
        RunFolder run = RunFolder.read(folder);
        assertThat(ChartKit.check(kind, run)).isEmpty();
        assertThat(kind.appliesTo(run)).isTrue();
        assertThat(kind.charts(run)).anyMatch(chart -> !chart.isEmpty());
    }

    @Test
    void theKitFindsPlantedFaults() throws IOException {
        RunFolder run = RunFolder.read(folder);
        double end = run.lastSeconds();
        List<Chart> more = new ArrayList<>();
        assertThat(ChartKit.check(new Stub("Two words", _ -> List.of()), run))
                .singleElement()
                .asString()
                .contains("joined by hyphens");
        assertThat(ChartKit.check(new Stub("late", _ -> List.of(chart(new double[] {0, end + 1}, 1, 2))), run))
                .anyMatch(fault -> fault.contains("sample 1 of line"));
        assertThat(ChartKit.check(new Stub("back", _ -> List.of(chart(new double[] {5, 4}, 1, 2))), run))
                .anyMatch(fault -> fault.contains("sample 1 of line"));
        assertThat(ChartKit.check(
                        new Stub("infinite", _ -> List.of(chart(new double[] {0}, Double.POSITIVE_INFINITY))), run))
                .anyMatch(fault -> fault.contains("sample 0 of line"));
        assertThat(ChartKit.check(
                        new Stub(
                                "needs-agents",
                                each -> List.of(named(each.agents().getFirst()))),
                        run))
                .singleElement()
                .asString()
                .contains("NoSuchElementException");
        assertThat(ChartKit.check(new Stub("grows", _ -> grown(more)), run))
                .contains("grows: its charts of one run differ");
    }

    private static Chart named(String title) {
        return Chart.of(title, "", "", List.of());
    }

    private static List<Chart> grown(List<Chart> charts) {
        charts.add(named("one more"));
        return charts;
    }

    @Test
    void theyStandInTheOrderThatTheyState() throws IOException {
        Chart drawn = chart(new double[] {0, 60}, 1, 2);
        String html = html(
                new Stub("last", ChartSection.RISK, 0, _ -> List.of(drawn.named("D"))),
                new Stub("b", ChartSection.PRICES, 5, _ -> List.of(drawn.named("C"))),
                new Stub("a", ChartSection.PRICES, 5, _ -> List.of(drawn.named("B"))),
                new Stub("z", ChartSection.PRICES, -5, _ -> List.of(drawn.named("A"))));
        assertThat(html)
                .containsSubsequence("run-prices", "<h3>A</h3>", "<h3>B</h3>", "<h3>C</h3>", "run-risk", "<h3>D</h3>")
                .doesNotContain("run-more");
    }

    @Test
    void oneThatThrowsIsNamedInItsPlaceAndTheRestIsThere() throws IOException {
        ChartKind broken = new Stub("broken", _ -> {
            throw new IllegalStateException("no <data>");
        });
        assertThat(html(new EquityChart(), broken, new ScaleChart()))
                .containsSubsequence(
                        "Equity per agent",
                        "Scale allowed",
                        "More charts",
                        "The chart “broken” could not be drawn: java.lang.IllegalStateException: no &lt;data&gt;",
                        "Run it again");
    }

    @Test
    void twoOfOneNameAreRefused() {
        List<ChartKind> twins = List.of(new EquityChart(), new Stub("equity", _ -> List.of()));
        assertThatThrownBy(() -> ChartKinds.of(twins)).hasMessageContaining("two kinds are called 'equity'");
    }

    @Test
    void theTradesAreThoseOfTheFile() throws IOException {
        RunFolder run = RunFolder.read(folder);
        List<Fill> fills = new ArrayList<>();
        run.trades(fills::add);
        for (String agent : run.agents()) {
            assertThat(fills.stream().filter(fill -> fill.participant().equals(agent)))
                    .hasSize(Math.toIntExact(run.fills().fillsOf(agent)));
        }
        assertThat(fills.stream().filter(fill -> run.color(fill.participant()) < 0))
                .hasSize(Math.toIntExact(run.fills().background().fills()));
    }
}
