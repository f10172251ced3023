package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.scenarios.folder.AgentTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables and the chart of profits against the files of a run. */
final class ProfitTablesTest {
    @TempDir
    static Path work;

    private static RunFolder run;

    @BeforeAll
    static void write() throws IOException {
        run = RunFolder.read(RecordedRun.write(work.resolve("run"), 3, 40));
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replace(",", "").replace('−', '-').replace("+", ""));
    }

    @Test
    void thePartsOfEachRowSumToItsPnl() {
        List<List<String>> table = TableText.of(new ProfitTables(run).parts());
        assertThat(table).hasSize(1 + run.agents().size());
        assertThat(table.getFirst()).contains("PnL", "Spread earned", "Adverse selection", "Fees");
        assertThat(table.getFirst()).doesNotContain("LP fees", "Transfers");
        for (List<String> row : table.subList(1, table.size())) {
            double sum =
                    row.stream().skip(2).mapToDouble(ProfitTablesTest::number).sum();
            assertThat(sum).as(row.toString()).isCloseTo(number(row.get(1)), within(0.005 * row.size()));
            AgentTotals agent = run.summary().agent(row.getFirst()).orElseThrow();
            assertThat(number(row.get(1))).isCloseTo(agent.worth().pnl(), within(0.005));
        }
        assertThat(table)
                .anySatisfy(row -> assertThat(row.get(1)).isNotEqualTo("+0.00").isNotEqualTo("PnL"));
    }

    @Test
    void marksOutStandInTheOrderOfTheirHorizons() {
        List<List<String>> table = TableText.of(new ProfitTables(run).marksOut());
        assertThat(table.getFirst().subList(3, 7))
                .containsExactly("Mark-out 1 s", "Mark-out 5 s", "Mark-out 60 s", "Mark-out 300 s");
        List<String> maker = table.stream()
                .filter(row -> row.getFirst().equals("maker"))
                .findFirst()
                .orElseThrow();
        AgentTotals agent = run.summary().agent("maker").orElseThrow();
        assertThat(maker.get(1)).isEqualTo("maker");
        for (int i = 0; i < 4; i++) {
            assertThat(number(maker.get(3 + i)))
                    .isCloseTo(agent.execution().marksOut().get(i).weightedBps(), within(0.006));
        }
        assertThat(number(maker.get(8)))
                .isCloseTo(agent.execution().spreads().getFirst().effectiveBps(), within(0.006));
    }

    @Test
    void everyAgentHasItsQuotingAndItsMeasures() {
        List<List<String>> quoting = TableText.of(new ProfitTables(run).quoting());
        assertThat(quoting).hasSize(1 + run.agents().size());
        List<List<String>> measures = TableText.of(new ProfitTables(run).performance());
        assertThat(measures.getFirst()).hasSize(1 + run.agents().size());
        assertThat(measures).hasSize(18);
        assertThat(measures).anyMatch(row -> row.getFirst().startsWith("Sortino Mean return over"));
        List<String> growth = measures.stream()
                .filter(row -> row.getFirst().startsWith("CAGR "))
                .findFirst()
                .orElseThrow();
        assertThat(growth.subList(1, growth.size())).as("of a short run").containsOnly("–");
    }

    @Test
    void areasMeetEachOtherAndTheSumOfAllIsThePnl() throws IOException {
        List<Chart> charts = new AttributionChart().charts(run);
        assertThat(charts).hasSize(3);
        for (Chart chart : charts) {
            Samples sum = chart.lines().getFirst().samples();
            for (int i = 0; i < sum.size(); i++) {
                double up = 0;
                double down = 0;
                for (Chart.Band band : chart.bands()) {
                    double low = band.low().value(i);
                    double high = band.high().value(i);
                    assertThat(Math.min(Math.abs(low - up), Math.abs(high - down)))
                            .isLessThan(1e-6);
                    up += low >= 0 ? high - low : 0;
                    down -= low < 0 ? high - low : 0;
                }
                assertThat(up + down).isCloseTo(sum.value(i), within(1e-6));
            }
        }
    }

    @Test
    void aLongFileIsThinnedEvenlyAndEndsWhereItEnds() throws IOException {
        Path folder = Files.createDirectory(work.resolve("long"));
        List<String> rows = new ArrayList<>();
        rows.add(
                "timeSeconds,agent,spread,adverseSelection,inventory,arbitrage,lpFees,lossVersusRebalancing,claims,mevLost,fees,"
                        + "bridgeFees,gas,transfers");
        for (int i = 0; i < 5001; i++) {
            rows.add(i + ".0,a," + i + ",0,0,0,0,0,0,0,-1,0,0,0");
        }
        Files.write(folder.resolve("attribution.csv"), rows);
        AttributionHistory history =
                Objects.requireNonNull(AttributionHistory.read(folder).get("a"));
        Samples total = history.total();
        assertThat(total.size()).isBetween(250, 520);
        assertThat(total.lastSeconds()).isEqualTo(5000);
        assertThat(total.lastValue()).isEqualTo(4999);
        double step = total.seconds(1);
        for (int i = 0; i + 1 < total.size(); i++) {
            assertThat(total.seconds(i)).isEqualTo(i * step);
        }
        assertThat(history.has(0)).isTrue();
        assertThat(history.has(1)).isFalse();
        assertThat(Arrays.asList(AttributionHistory.PARTS.get(0), AttributionHistory.PARTS.get(8)))
                .containsExactly("spread", "fees");
    }

    @Test
    void aRunWithoutTheFileHasNoChart() throws IOException {
        assertThat(AttributionHistory.read(work.resolve("nowhere"))).isEmpty();
    }
}
