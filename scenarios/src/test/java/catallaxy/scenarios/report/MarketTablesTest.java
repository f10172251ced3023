package catallaxy.scenarios.report;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.scenarios.folder.BridgeTotals;
import catallaxy.scenarios.folder.BuilderTotals;
import catallaxy.scenarios.folder.ChainTotals;
import catallaxy.scenarios.folder.RunSummary;
import catallaxy.scenarios.folder.SearcherTotals;
import catallaxy.scenarios.folder.VenueTotals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a run's market against what its summary says. */
final class MarketTablesTest {
    @TempDir
    static Path work;

    private List<ChainTotals> chains = List.of();
    private List<VenueTotals> venues = List.of();
    private List<SearcherTotals> searchers = List.of();
    private List<BuilderTotals> builders = List.of();
    private List<BridgeTotals> bridges = List.of();

    @BeforeAll
    static void record() throws IOException {
        RecordedRun.write(work.resolve("run"), 61, 30);
    }

    private static RunSummary summary() throws IOException {
        return RunFolder.read(work.resolve("run")).summary();
    }

    /** Of the run, whose summary says other things of its market. */
    private MarketTables tables() throws IOException {
        RunSummary summary = summary();
        return new MarketTables(new RunSummary(
                summary.subject(),
                summary.counts(),
                summary.conservation(),
                summary.agents(),
                chains,
                venues,
                searchers,
                builders,
                bridges,
                summary.quote(),
                summary.conventions()));
    }

    @Test
    void whatAMarketDoesNotHaveIsAnEmptyTable() throws IOException {
        MarketTables none = tables();
        assertThat(List.of(none.venues(), none.chains(), none.searchers(), none.builders(), none.bridges()))
                .allMatch(Table::isEmpty);
    }

    @Test
    void everyVenueAndChainOfTheRunHasItsRow() throws IOException {
        MarketTables ofRun = new MarketTables(summary());
        assertThat(TableText.of(ofRun.venues()).stream().skip(1).map(List::getFirst))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        summary().venues().stream().map(VenueTotals::id).toList());
        assertThat(TableText.of(ofRun.chains()).stream().skip(1).map(List::getFirst))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        summary().chains().stream().map(ChainTotals::id).toList());
    }

    @Test
    void aVenueShowsItsPairAndItsFees() throws IOException {
        venues =
                List.of(new VenueTotals("pool", "uniswap-v2", "ETH", "USDC", 12, 3_500.5, 2_999.75, Double.NaN, 30, 0));
        assertThat(TableText.of(tables().venues()).getLast())
                .containsExactly("pool", "uniswap-v2", "ETH/USDC", "12", "3,500.50", "2,999.75", "–", "30", "0");
    }

    /** Once one chain was reorganised, all have the columns of it. */
    @Test
    void reorganisationsHaveColumnsWhereThereWereAny() throws IOException {
        ChainTotals calm = new ChainTotals("calm", 10, 2_000, 3, 4e6, 1.25, 0, 0, 0, 0);
        ChainTotals torn = new ChainTotals("torn", 11, 20, 0, 5, 0, 2, 3, 1_000.5, 1);
        chains = List.of(calm);
        assertThat(TableText.of(tables().chains()))
                .containsExactly(
                        List.of("Chain", "Blocks", "Transactions", "Reverted", "Gas used", "Fees burned"),
                        List.of("calm", "10", "2,000", "3", "4,000,000", "1.2500"));
        chains = List.of(calm, torn);
        List<List<String>> both = TableText.of(tables().chains());
        assertThat(both.getFirst())
                .endsWith("Reorganisations", "Deepest", "Recalled worth", "At most confirmed")
                .hasSize(10);
        assertThat(both.get(1)).endsWith("1.2500", "0", "0", "0.00", "0").hasSize(10);
        assertThat(both.get(2)).endsWith("0", "2", "3", "1,000.50", "1").hasSize(10);
    }

    @Test
    void whatBundlesExtractedIsSharedByGasBidsAndTheirSender() throws IOException {
        searchers = List.of(new SearcherTotals("hunter", "sandwich", 1_200, 3, 100, 10.5, 80, 9.5));
        assertThat(TableText.of(tables().searchers()).getLast())
                .containsExactly("sandwich", "hunter", "1,200", "3", "100.00", "10.50", "80.00", "9.50");
    }

    @Test
    void aBuilderKeepsWhatItDidNotPay() throws IOException {
        builders = List.of(new BuilderTotals("l1", 2, 40, 3.5, 3.25));
        assertThat(TableText.of(tables().builders()).getLast())
                .containsExactly("l1", "2", "40", "3.5000", "3.2500", "0.25000000");
    }

    @Test
    void aBridgeShowsWhatArrivedWhatCameBackAndWhatIsUnderway() throws IOException {
        bridges = List.of(new BridgeTotals("canonical", 4, 1_000, 1, 20.25, 7, 900, 910, 5_000, 4_000, 3_000.5, 1_200));
        assertThat(TableText.of(tables().bridges()).getLast())
                .containsExactly("canonical", "4", "1,000.00", "1", "20.25", "7.00");
        assertThat(TableText.of(tables().forgeries()).getLast())
                .containsExactly("canonical", "900.00", "910.00", "5,000.00", "3,000.50", "4,000.00", "1,200.00");
    }

    @Test
    void aBridgeWhoseValidatorsNobodyCanBuyIsNotAmongThem() throws IOException {
        bridges = List.of(new BridgeTotals("canonical", 4, 1_000, 1, 20.25, 7, Double.NaN, 0, 0, 0, 0, 0));
        assertThat(tables().forgeries().isEmpty()).isTrue();
    }
}
