package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts of a run draw is what its files say, read here line by line. */
final class ChartDataTest {
    @TempDir
    static Path work;

    private static Path folder = Path.of("");

    /** What the report reads of the folder. */
    private static RunFolder run() throws IOException {
        return RunFolder.read(folder);
    }

    @BeforeAll
    static void write() throws IOException {
        folder = RecordedRun.write(work.resolve("run"), 9, 25);
    }

    /** The rows of a file without quotes, by the names of its header. */
    private static List<Map<String, String>> rows(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file));
        String[] names = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            assertThat(cells).as(line).hasSameSizeAs(names);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String name) {
        return Double.parseDouble(Objects.requireNonNull(row.get(name), name));
    }

    private static boolean is(Map<String, String> row, String name, String value) {
        return value.equals(row.get(name));
    }

    /** A series of {@code metrics.jsonl}. */
    private static Samples metric(String name) throws IOException {
        List<double[]> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("metrics.jsonl"))) {
            Map<String, @Nullable Object> entries = JsonText.read(line);
            if (entries.get(name) instanceof Number value && entries.get("timeSeconds") instanceof Number time) {
                samples.add(new double[] {time.doubleValue(), value.doubleValue()});
            }
        }
        return samples(samples);
    }

    private static Samples samples(List<double[]> each) {
        double[] seconds = each.stream().mapToDouble(pair -> pair[0]).toArray();
        double[] values = each.stream().mapToDouble(pair -> pair[1]).toArray();
        return new Samples(seconds, values, seconds.length);
    }

    private static void assertSame(Samples found, Samples expected, String as) {
        assertThat(expected.size()).as(as).isGreaterThan(10);
        assertThat(found.size()).as(as).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(found.seconds(i)).as(as).isEqualTo(expected.seconds(i));
            assertThat(found.value(i)).as(as).isCloseTo(expected.value(i), within(1e-9 * Math.abs(expected.value(i))));
        }
    }

    private static Chart only(ChartKind kind) throws IOException {
        List<Chart> charts = kind.charts(run());
        assertThat(charts).hasSize(1);
        return charts.getFirst();
    }

    private static List<String> names(Chart chart) {
        return chart.lines().stream().map(Chart.Line::name).toList();
    }

    @Test
    void equityAndDrawdownAreThoseOfTheEquityFile() throws IOException {
        Chart equity = only(new EquityChart());
        Chart drawdown = only(new DrawdownChart());
        assertThat(names(equity)).isEqualTo(run().agents()).isEqualTo(names(drawdown));
        for (int line = 0; line < equity.lines().size(); line++) {
            String agent = equity.lines().get(line).name();
            List<double[]> worth = new ArrayList<>();
            List<double[]> fall = new ArrayList<>();
            double peak = Double.NEGATIVE_INFINITY;
            double deepest = 0;
            for (Map<String, String> row : rows("equity.csv")) {
                if (is(row, "agent", agent)) {
                    worth.add(new double[] {number(row, "timeSeconds"), number(row, "equity")});
                    fall.add(new double[] {number(row, "timeSeconds"), -100 * number(row, "drawdown")});
                    peak = Math.max(peak, number(row, "equity"));
                    deepest = peak > 0 ? Math.max(deepest, 1 - number(row, "equity") / peak) : deepest;
                }
            }
            assertSame(equity.lines().get(line).samples(), samples(worth), agent);
            assertSame(drawdown.lines().get(line).samples(), samples(fall), agent);
            assertThat(Objects.requireNonNull(run().equity().get(agent))
                            .deepest()
                            .fraction())
                    .as(agent)
                    .isCloseTo(deepest, within(1e-12));
        }
    }

    @Test
    void pricesInventoriesAndScalesAreThoseOfTheMetrics() throws IOException {
        for (Chart chart : new PriceChart().charts(run())) {
            for (Chart.Line line : chart.lines()) {
                String asset = chart.title().substring(0, chart.title().indexOf('/'));
                boolean world = line.name().equals("world price");
                String name = world ? "world/" + asset + "/price" : "venue/" + line.name() + "/price";
                assertSame(line.samples(), metric(name), name);
            }
        }
        for (Chart chart : new InventoryChart().charts(run())) {
            for (Chart.Line line : chart.lines()) {
                String name = "agent/" + line.name() + "/inventory/" + chart.unit();
                assertSame(line.samples(), metric(name), name);
            }
        }
        for (Chart.Line line : only(new ScaleChart()).lines()) {
            String name = "agent/" + line.name() + "/scale";
            assertSame(line.samples(), metric(name), name);
        }
    }

    private static List<Map<String, String>> trades(String agent) throws IOException {
        return rows("trades.csv").stream()
                .filter(row -> is(row, "agent", agent))
                .toList();
    }

    /** All of the shipped markets are in the run's quote asset. */
    @Test
    void volumesAddUpTheNotionalsOfTheTrades() throws IOException {
        Chart chart = only(new VolumeChart());
        assertThat(chart.lines()).isNotEmpty();
        for (Chart.Line line : chart.lines()) {
            double sum = 0;
            for (Map<String, String> row : trades(line.name())) {
                assertThat(row).containsEntry("quote", run().summary().quote());
                sum += number(row, "notional");
            }
            assertThat(line.samples().lastValue()).as(line.name()).isCloseTo(sum, within(1e-6 * sum));
        }
    }

    @Test
    void barsCountTheTradesOfTheirIntervals() throws IOException {
        Chart chart = only(new FillsChart());
        assertThat(chart.bars()).isNotEmpty();
        for (Chart.Bars bars : chart.bars()) {
            long[] counts = new long[bars.counts().size()];
            for (Map<String, String> row : trades(bars.name())) {
                counts[(int) (number(row, "timeSeconds") / bars.widthSeconds())]++;
            }
            assertThat(bars.counts().stream().mapToLong(each -> each).toArray())
                    .as(bars.name())
                    .isEqualTo(counts);
        }
        for (String agent : run().agents()) {
            boolean shown = chart.bars().stream().anyMatch(bars -> bars.name().equals(agent));
            assertThat(shown).as(agent).isEqualTo(!trades(agent).isEmpty());
        }
    }

    @Test
    void markersStandForAllTradesOfTheirSide() throws IOException {
        long marked = 0;
        for (Chart chart : new PriceChart().charts(run())) {
            for (Chart.Markers markers : chart.markers()) {
                List<Map<String, String>> meant = trades(markers.name()).stream()
                        .filter(row -> is(row, "side", markers.buy() ? "buy" : "sell"))
                        .filter(row -> chart.title().equals(row.get("base") + "/" + row.get("quote")))
                        .toList();
                assertThat(markers.total()).as(markers.name()).isEqualTo(meant.size());
                assertThat(markers.fills())
                        .hasSizeLessThanOrEqualTo(meant.size())
                        .allSatisfy(fill -> assertThat(meant).anySatisfy(row -> {
                            assertThat(number(row, "timeSeconds")).isEqualTo(fill.seconds());
                            assertThat(number(row, "price")).isEqualTo(fill.price());
                            assertThat(number(row, "quantity")).isEqualTo(fill.quantity());
                            assertThat(row).containsEntry("venue", fill.venue());
                        }));
                marked += markers.total();
            }
        }
        long all = 0;
        for (String agent : run().agents()) {
            all += trades(agent).size();
        }
        assertThat(marked).isEqualTo(all).isGreaterThan(100);
    }
}
