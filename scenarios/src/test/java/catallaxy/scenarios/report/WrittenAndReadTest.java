package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.JsonText;
import catallaxy.scenarios.folder.Metric;
import catallaxy.scenarios.folder.RecordFields;
import catallaxy.scenarios.folder.VenueTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the report asks of a run folder is what {@code run} writes into it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WrittenAndReadTest {
    @TempDir
    static Path work;

    private Path run = Path.of("");

    @BeforeAll
    void record() throws IOException {
        run = RecordedRun.write(work.resolve("run"), 3, 30);
    }

    /** Only where value was not conserved the file says where first; the report then has an empty text for it. */
    @Test
    void theSummaryIsReadWhole() throws IOException {
        String read = JsonText.of(RecordFields.of(RunFolder.read(run).summary()));
        assertThat(read.replace(",\"first\":\"\"", ""))
                .isEqualTo(Files.readString(run.resolve("summary.json")).strip());
    }

    @Test
    void theManifestIsReadWhole() throws IOException {
        String read = JsonText.of(RecordFields.of(RunFolder.read(run).manifest()));
        assertThat(read.replace(",\"reason\":\"\",\"failedAgents\":[]", ""))
                .isEqualTo(Files.readString(run.resolve("manifest.json")).strip());
    }

    @Test
    void everyMetricOfTheChartsIsWritten() throws IOException {
        Metrics metrics = RunFolder.read(run).metrics();
        for (Metric metric : List.of(
                Metric.WORLD_PRICE,
                Metric.VENUE_PRICE,
                Metric.VENUE_SPREAD,
                Metric.CHAIN_GAS_USED,
                Metric.CHAIN_BASE_FEE,
                Metric.AGENT_EQUITY,
                Metric.AGENT_SCALE,
                Metric.inventory("maker"))) {
            assertThat(metrics.matching(metric)).as(metric.toString()).isNotEmpty();
        }
        assertThat(metrics.regimes()).isNotEmpty();
    }

    /** The background population's trades are in the totals of a venue, the agents' alone in {@code trades.csv}. */
    @Test
    void theVenuesTradesAreThoseOfTheTrace() throws Exception {
        Map<String, Integer> agents = new HashMap<>();
        for (String row : Files.readAllLines(run.resolve("trades.csv"))) {
            agents.merge(row.split(",", -1)[2], 1, Integer::sum);
        }
        List<VenueTotals> venues = RunFolder.read(run).summary().venues();
        assertThat(venues).extracting(VenueTotals::kind).containsOnly("book", "uniswap-v2");
        for (VenueTotals venue : venues) {
            assertThat(venue.trades()).as(venue.id()).isGreaterThanOrEqualTo(agents.getOrDefault(venue.id(), 0));
            assertThat(venue.volume() > 0).as(venue.id()).isEqualTo(venue.trades() > 0);
            assertThat(venue.finalPrice()).isPositive();
            assertThat(Double.isNaN(venue.makerFeeBps()))
                    .isEqualTo(!venue.kind().equals("book"));
        }
    }

    @Test
    void theReportShowsAllTablesAndNothingToReadWithCare() throws IOException {
        Path html = work.resolve("report.html");
        Report.write(List.of(run), Optional.empty(), html);
        assertThat(Files.readString(html))
                .contains(">Venues<", ">Totals per chain<", "spot-ETH-USDC", "rollup-ETH-USDC", "Taker fee, bps")
                .doesNotContain("Read with care", "did not complete");
    }
}
