package catallaxy.scenarios.run;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.Market;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import catallaxy.scenarios.catalogue.Catalogue;
import catallaxy.scenarios.catalogue.Entry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event of each kind, in the words of the shipped scenario {@code two-chains}. */
final class TraceWordsTest {
    private static final long TIME = 1_500_000_000L;
    private static final TraceWords WORDS =
            new TraceWords(new RunNames(Market.of(ShortRun.twoChains("1 m").market(), 1)));
    private static final int SPOT_ETH = venue("spot-ETH-USDC");
    private static final int POOL_ETH = venue("rollup-ETH-USDC");
    private static final int ETH = asset("ETH");
    private static final int USDC = asset("USDC");
    private static final int MAKER = WORDS.participants().indexOf("maker");
    private static final int NOISE = WORDS.participants().indexOf("noise-on-books");

    private static int venue(String id) {
        var venues = ShortRun.twoChains("1 m").market().engine().venues();
        return venues.stream().map(each -> each.id()).toList().indexOf(id);
    }

    private static int asset(String symbol) {
        var assets = ShortRun.twoChains("1 m").market().engine().assets();
        return assets.stream().map(each -> each.symbol()).toList().indexOf(symbol);
    }

    private static int agent(String id) {
        var agents = ShortRun.twoChains("1 m").market().agents();
        return agents.stream().map(each -> each.id()).toList().indexOf(id);
    }

    private static UInt256 units(String decimal) {
        return UInt256.of(new BigInteger(decimal));
    }

    /** An event and what its line ends with. */
    record Sample(MarketEvent event, String said) {}

    static List<Sample> samples() {
        return Stream.of(ofTheWorldAndTheExchange(), ofChains(), ofBuilders(), ofFundsAndAgents(), ofForgeries())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample> ofTheWorldAndTheExchange() {
        return List.of(
                new Sample(new MarketEvent.PriceMoved(TIME, ETH, 2999.75), "asset ETH, price 2999.75 USDC"),
                new Sample(new MarketEvent.RegimeChanged(TIME, "crash"), "regime crash"),
                new Sample(
                        new BookEvent.OrderRested(TIME, SPOT_ETH, MAKER, 7, Side.SELL, 300_125, 2310),
                        "venue spot-ETH-USDC, participant maker, order 7, side sell, quantity 0.231 ETH, price 3001.25 USDC"),
                new Sample(
                        new BookEvent.OrderFilled(
                                TIME, SPOT_ETH, MAKER, NOISE, 7, 9, Side.BUY, 300_125, 2310, -69_316, 346_576),
                        "venue spot-ETH-USDC, maker maker, taker noise-on-books, taker side buy, quantity 0.231 ETH,"
                                + " price 3001.25 USDC, maker fee -0.069316 USDC, taker fee 0.346576 USDC, maker order 7,"
                                + " taker order 9"),
                new Sample(
                        new BookEvent.OrderCancelled(TIME, SPOT_ETH, MAKER, 7, 1, "REQUESTED"),
                        "venue spot-ETH-USDC, participant maker, order 7, quantity 0.0001 ETH, reason REQUESTED"),
                new Sample(
                        new BookEvent.StopPlaced(TIME, SPOT_ETH, MAKER, 8, Side.SELL, 299_000, 298_950, 2310),
                        "venue spot-ETH-USDC, participant maker, order 8, side sell, quantity 0.231 ETH, trigger 2990.0 USDC,"
                                + " price 2989.5 USDC"),
                new Sample(
                        new BookEvent.StopTriggered(TIME, SPOT_ETH, MAKER, 8, 298_999),
                        "venue spot-ETH-USDC, participant maker, order 8, last price 2989.99 USDC"),
                new Sample(
                        new MarketEvent.CommandRejected(TIME, MAKER, "PlaceOrder", "BOOK_FULL"),
                        "participant maker, command place-order, reason BOOK_FULL"));
    }

    private static List<Sample> ofChains() {
        return List.of(
                new Sample(
                        new MarketEvent.TransactionExecuted(TIME, 1, 12, MAKER, 3, "Swap", "K", 120_000, 11_000_000),
                        "chain rollup, block 12, participant maker, nonce 3, call swap, gas used 120000,"
                                + " gas price 0.011 gwei, succeeded false, reason K"),
                new Sample(
                        new MarketEvent.TransactionDropped(TIME, 0, MAKER, 3, "DEADLINE"),
                        "chain mainnet, participant maker, nonce 3, reason DEADLINE"),
                new Sample(
                        new MarketEvent.BlockProduced(TIME, 0, 12, 20_000_000_001L, 15, 2, 1),
                        "chain mainnet, block 12, base fee 20.000000001 gwei, gas used 15, transactions 2, reverted 1"),
                new Sample(
                        new MarketEvent.DataPaid(TIME, 1, 12, MAKER, 3, units("234769472395")),
                        "chain rollup, block 12, participant maker, nonce 3, fee 0.000000234769472395 ETH"),
                new Sample(
                        new MarketEvent.BlobsPosted(TIME, 0, 12, 750_000_001L, 786_432),
                        "chain mainnet, block 12, base fee 0.750000001 gwei, blob gas used 786432"),
                new Sample(
                        new MarketEvent.PoolSwapped(
                                TIME, POOL_ETH, MAKER, false, units("3012000000"), units("1000000000000000001")),
                        "venue rollup-ETH-USDC, participant maker, amount in 3012.0 USDC,"
                                + " amount out 1.000000000000000001 ETH, price 3012.0 USDC"),
                new Sample(
                        new MarketEvent.LiquidityChanged(
                                TIME, POOL_ETH, MAKER, false, units("1"), units("2000000"), units("12345")),
                        "venue rollup-ETH-USDC, participant maker, change removed, amount0 0.000000000000000001 ETH,"
                                + " amount1 2.0 USDC, shares 12345"),
                new Sample(
                        new MarketEvent.VenueChanged(
                                TIME,
                                POOL_ETH,
                                MAKER,
                                "bought",
                                List.of(
                                        MarketEvent.Detail.number("series", 3),
                                        new MarketEvent.Detail("quantity", ETH, units("1")))),
                        "venue rollup-ETH-USDC, participant maker, change bought, series 3,"
                                + " quantity 0.000000000000000001 ETH"));
    }

    private static List<Sample> ofBuilders() {
        return List.of(
                new Sample(
                        new MarketEvent.BundleIncluded(
                                TIME,
                                0,
                                12,
                                MAKER,
                                4,
                                "sandwich",
                                3,
                                units("1000000000000000"),
                                units("20000000000000000"),
                                List.of(
                                        new MarketEvent.Detail("lost", ETH, units("21000000000000000")),
                                        new MarketEvent.Detail("gained", USDC, units("85000000")))),
                        "chain mainnet, block 12, participant maker, bundle 4, strategy sandwich, transactions 3, gas 0.001 ETH,"
                                + " bid 0.02 ETH, gained 85.0 USDC, lost 0.021 ETH"),
                new Sample(
                        new MarketEvent.BundleDropped(TIME, 0, MAKER, 4, "backrun", "BLOCK_FULL"),
                        "chain mainnet, participant maker, bundle 4, strategy backrun, reason BLOCK_FULL"),
                new Sample(
                        new MarketEvent.BlockAuctioned(
                                TIME, 0, 12, 1, 3, units("20000000000000000"), units("19000000000000000")),
                        "chain mainnet, block 12, builder 1, builders 3, value 0.02 ETH, bid 0.019 ETH"),
                new Sample(
                        new MarketEvent.LaneSold(TIME, 1, 7, MAKER, 2, units("1000000000000000")),
                        "chain rollup, round 7, participant maker, bids 2, price 0.001 ETH"));
    }

    private static List<Sample> ofForgeries() {
        return List.of(
                new Sample(
                        new TransportEvent.MessageForged(
                                TIME, "canonical", MAKER, ETH, 1, units("2500000000000000000"), 5, units("1500000")),
                        "via canonical, participant maker, amount 2.5 ETH, at rollup, signers 5, bribes 1.5 USDC"),
                new Sample(
                        new TransportEvent.ForgeryPaid(
                                TIME,
                                "canonical",
                                MAKER,
                                ETH,
                                1,
                                units("2500000000000000000"),
                                units("2000000000000000000")),
                        "via canonical, participant maker, amount 2.5 ETH, at rollup, received 2.0 ETH"),
                new Sample(
                        new TransportEvent.ValidatorsSlashed(
                                TIME, "canonical", MAKER, ETH, units("2500000000000000000"), 5),
                        "via canonical, participant maker, amount 2.5 ETH, validators 5"));
    }

    private static List<Sample> ofFundsAndAgents() {
        return List.of(
                new Sample(
                        new TransportEvent.FundsSent(TIME, "canonical", MAKER, ETH, 0, 1, units("2500000000000000000")),
                        "via canonical, participant maker, amount 2.5 ETH, from mainnet, to rollup"),
                new Sample(
                        new TransportEvent.FundsArrived(
                                TIME, "spot", MAKER, ETH, 2, units("2500000000000000000"), false),
                        "via spot, participant maker, amount 2.5 ETH, at spot, returned false"),
                new Sample(new MarketEvent.ChainReorganised(TIME, 0, 3, 41), "chain mainnet, depth 3, block 41"),
                new Sample(
                        new TransportEvent.FundsRecalled(TIME, "spot", MAKER, ETH, 0, units("2500000000000000000"), 2),
                        "via spot, participant maker, amount 2.5 ETH, from mainnet, confirmations 2"),
                new Sample(
                        new TransportEvent.TransferFailed(
                                TIME, "canonical", MAKER, ETH, units("2500000000000000000"), "MESSAGE_LOST"),
                        "via canonical, participant maker, amount 2.5 ETH, reason MESSAGE_LOST"),
                new Sample(
                        new TransportEvent.BridgeLiquidityChanged(
                                TIME, "canonical", MAKER, ETH, 1, true, units("2500000000000000000"), units("7")),
                        "via canonical, participant maker, change added, amount 2.5 ETH, at rollup, shares 7"),
                new Sample(new MarketEvent.PlaceHalted(TIME, 1), "place rollup"),
                new Sample(new MarketEvent.PlaceResumed(TIME, 2), "place spot"),
                new Sample(
                        new MarketEvent.AgentDecided(TIME, agent("arb"), 4, 255),
                        "agent arb, epoch 4, fingerprint 00000000000000ff"),
                new Sample(
                        new MarketEvent.RiskIntervened(TIME, agent("risk"), agent("fund"), 1, 0.25, "drawdown"),
                        "by risk, agent fund, from scale 1.0, to scale 0.25, reason drawdown"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anEventIsSaidWithNamesAndWholeUnits(Sample sample) {
        TraceEvent event = WORDS.event(42, sample.event());
        assertThat(event.line())
                .startsWith("       42           1.5 s  " + event.kind() + " ")
                .endsWith("  " + sample.said());
        assertThat(event.text()).isEqualTo("1.5 s " + event.kind() + ": " + sample.said());
    }

    @Test
    void everyKindIsSampledAndListedWithItsFields() {
        Catalogue catalogue = new Catalogue(ShortRun.SCENARIOS);
        List<TraceEvent> events =
                samples().stream().map(sample -> WORDS.event(1, sample.event())).toList();
        assertThat(events).extracting(TraceEvent::kind).containsExactlyInAnyOrderElementsOf(TraceEvent.kinds());
        assertThat(catalogue.of("events"))
                .extracting(Entry::name)
                .containsExactlyInAnyOrderElementsOf(TraceEvent.kinds());
        for (TraceEvent event : events) {
            assertThat(fieldsOf(catalogue, event.kind()))
                    .as(event.kind())
                    .containsAll(event.fields().keySet());
        }
    }

    private static List<String> fieldsOf(Catalogue catalogue, String kind) {
        Entry entry = catalogue.of("events").stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow();
        return Arrays.asList(entry.detail().split("[^A-Za-z0-9]+"));
    }

    @Test
    void asAnObjectADecimalIsFollowedByItsUnit() {
        TraceEvent event = WORDS.event(
                3, new TransportEvent.FundsSent(TIME, "canonical", MAKER, ETH, 0, 1, units("1000000000000000001")));
        assertThat(event.json())
                .containsAllEntriesOf(Map.of(
                        "event",
                        3L,
                        "timeSeconds",
                        new BigDecimal("1.5"),
                        "kind",
                        "funds-sent",
                        "amount",
                        new BigDecimal("1.000000000000000001"),
                        "amountUnit",
                        "ETH",
                        "to",
                        "rollup"));
    }

    @Test
    void anEventIsAboutThoseWhoTookPart() {
        MarketEvent fill = new BookEvent.OrderFilled(TIME, SPOT_ETH, MAKER, NOISE, 7, 9, Side.BUY, 1, 1, 0, 0);
        assertThat(WORDS.event(1, fill).participants()).containsExactly("maker", "noise-on-books");
        assertThat(WORDS.event(1, new MarketEvent.RegimeChanged(TIME, "calm")).participants())
                .isEmpty();
    }
}
