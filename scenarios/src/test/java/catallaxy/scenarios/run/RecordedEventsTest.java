package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import catallaxy.scenarios.file.Scenario;
import catallaxy.scenarios.folder.AgentTotals;
import catallaxy.scenarios.folder.VenueTotals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events of a trace count for the summary and which become rows, told by hand of the shipped scenario of two chains. */
final class RecordedEventsTest {
    private static final Scenario SCENARIO = ShortRun.twoChains("1 m");
    private static final int BOOK = venue("spot-ETH-USDC");
    private static final int POOL = venue("mainnet-ETH-USDC");
    private static final int MAINNET = 0;
    private static final int AGENT = 0;
    private static final UInt256 ETHER = UInt256.of(1_000_000_000_000_000_000L);

    private final Market market = Market.of(SCENARIO.market(), 1);
    private final int agent = market.seat(AGENT).participant();
    private final int stranger = stranger(market);
    private final RunNames names = new RunNames(market);

    @TempDir
    private Path folder;

    private Tally tally;

    private static int venue(String id) {
        return SCENARIO.market().engine().venues().stream()
                .map(VenueSpec::id)
                .toList()
                .indexOf(id);
    }

    private static int stranger(Market market) {
        RunNames names = new RunNames(market);
        int participant = 0;
        while (names.isAgent(participant)) {
            participant++;
        }
        return participant;
    }

    @BeforeEach
    void begin() throws IOException {
        RunFiles files = new RunFiles(folder);
        CourseLog course = new CourseLog(
                files.metrics(), files.equity(), names, market.agentIds().size());
        tally = new Tally(names, course, new AgentRecords(files, names, SCENARIO.recording()));
    }

    private MarketEvent swap(int participant) {
        return new MarketEvent.PoolSwapped(1, POOL, participant, true, ETHER, UInt256.of(2_900_000_000L));
    }

    private MarketEvent fill(int maker, int taker) {
        return new BookEvent.OrderFilled(1, BOOK, maker, taker, 8, 9, Side.BUY, 300_000, 10_000, 0, 0);
    }

    private static MarketEvent transaction(int participant, String reason) {
        return new MarketEvent.TransactionExecuted(1, MAINNET, 1, participant, 7, "swap", reason, 100_000, 0);
    }

    private AgentTotals agentTotals() {
        return tally.agents(SCENARIO.policies(), SCENARIO.recording(), 60, new ToldFigures())
                .get(AGENT);
    }

    @Test
    void everyTradeCountsForItsVenueWhoeverMadeIt() {
        List.of(swap(agent), swap(stranger), fill(stranger, stranger)).forEach(tally::accept);
        List<Double> trades = tally.venues().stream().map(VenueTotals::trades).toList();
        assertThat(trades.get(POOL)).isEqualTo(2);
        assertThat(trades.get(BOOK)).isEqualTo(1);
        assertThat(trades).filteredOn(each -> each == 0).hasSize(trades.size() - 2);
    }

    @Test
    void refusalsOfAgentsAreCountedByTheirReason() {
        tally.accept(transaction(agent, "K"));
        tally.accept(transaction(agent, "K"));
        tally.accept(transaction(agent, ""));
        tally.accept(transaction(stranger, "K"));
        tally.accept(new MarketEvent.TransactionDropped(1, MAINNET, agent, 7, "EVICTED"));
        tally.accept(new MarketEvent.CommandRejected(1, agent, "place", "NO_FUNDS"));
        tally.accept(new MarketEvent.CommandRejected(1, stranger, "place", "NO_FUNDS"));
        assertThat(agentTotals().trading().refusals())
                .isEqualTo(Map.of(
                        "transaction reverted: K", 2.0, "transaction dropped: EVICTED", 1.0, "place NO_FUNDS", 1.0));
    }

    @Test
    void blocksReachTheTallyOfTheirChain() {
        tally.accept(new MarketEvent.BlockProduced(1, MAINNET, 1, 1, 5, 3, 2));
        tally.accept(new MarketEvent.ChainReorganised(2, MAINNET, 1, 0));
        assertThat(tally.chains().totals().get(MAINNET).transactions()).isEqualTo(3);
        assertThat(tally.chains().totals().get(MAINNET).reorganisations()).isEqualTo(1);
    }

    @Test
    void whatIsNoTradeAndNoRefusalChangesNothing() {
        List<Object> before =
                List.of(tally.venues(), tally.chains().totals(), agentTotals().trading());
        tally.accept(new MarketEvent.PriceMoved(1, 0, 3_000));
        tally.accept(new BookEvent.OrderRested(1, BOOK, agent, 1, Side.BUY, 1, 1));
        tally.accept(transaction(agent, ""));
        assertThat(List.<Object>of(
                        tally.venues(), tally.chains().totals(), agentTotals().trading()))
                .isEqualTo(before);
    }

    private List<String> rows(MarketEvent... events) throws IOException {
        Path file = folder.resolve("told.csv");
        try (TradeLog trades = new TradeLog(file, names)) {
            for (MarketEvent each : events) {
                trades.accept(each);
            }
        }
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }

    /** The first swap bears what the data of both cost; the stranger's is none of the run's. */
    @Test
    void swapsWaitForTheirTransactionAndTheFirstBearsItsCost() throws IOException {
        MarketEvent paid = new MarketEvent.DataPaid(1, MAINNET, 1, agent, 7, ETHER);
        List<String> rows =
                rows(swap(agent), swap(agent), paid, transaction(agent, ""), swap(stranger), transaction(stranger, ""));
        String name = names.participant(agent);
        assertThat(rows).hasSize(2).allMatch(row -> row.contains("," + name + ",mainnet-ETH-USDC,sell,ETH,USDC,1"));
        assertThat(rows.get(0)).endsWith(",3000.0,pool,mainnet 7");
        assertThat(rows.get(1)).endsWith(",0.0,pool,mainnet 7");
        assertThat(rows(swap(agent))).isEmpty();
    }

    @Test
    void aFillHasARowForEachAgentInIt() throws IOException {
        assertThat(rows(fill(agent, stranger))).singleElement().asString().endsWith(",maker,order 8");
        assertThat(rows(fill(stranger, agent))).singleElement().asString().endsWith(",taker,order 9");
        assertThat(rows(fill(agent, agent))).hasSize(2);
        assertThat(rows(fill(stranger, stranger), new MarketEvent.PriceMoved(1, 0, 3_000)))
                .isEmpty();
    }

    @Test
    void onlyInterventionsBecomeRowsOfTheirFile() throws IOException {
        Path file = folder.resolve("told.csv");
        try (InterventionLog interventions = new InterventionLog(file, names)) {
            interventions.accept(new MarketEvent.PriceMoved(1, 0, 3_000));
            interventions.accept(new MarketEvent.RiskIntervened(1, 1, AGENT, 1, 0, "drawdown"));
        }
        assertThat(Files.readAllLines(file))
                .hasSize(2)
                .last()
                .asString()
                .contains(names.agentId(AGENT), "halt", "drawdown");
    }
}
