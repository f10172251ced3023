package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH_BOOK;
import static catallaxy.environment.market.engine.TestMarket.MAINNET;
import static catallaxy.environment.market.engine.TestMarket.ROLLUP;
import static catallaxy.environment.market.engine.TestMarket.SPOT;
import static catallaxy.environment.market.engine.TestMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.outage.OutageSpec;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What waits while a chain makes no blocks or an exchange is closed, and for whose finality a delivery waits. */
final class StandstillTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final UInt256 AMOUNT = UInt256.of(1_000_000);
    private static final int BLOCKS_ASKED = 3;

    private final List<MarketEvent> events = new ArrayList<>();
    private MarketEngine market = market(OutageSpec.NONE, OutageSpec.NONE, OutageSpec.NONE);
    private int me;

    private static ChainSpec with(ChainSpec chain, OutageSpec outages) {
        return chain.with(new ChainSpec.Permanence(new ChainSpec.Reorganisations(0, 2)))
                .with(outages);
    }

    private MarketEngine market(OutageSpec mainnet, OutageSpec rollup, OutageSpec exchange) {
        EngineSpec known = TestMarket.spec(0, 0);
        ExchangeSpec spot = known.exchanges().getFirst();
        EngineSpec spec = new EngineSpec(
                known.assets(),
                known.quoteAsset(),
                List.of(
                        with(known.chains().getFirst(), mainnet),
                        with(known.chains().getLast(), rollup)),
                List.of(new ExchangeSpec(
                        spot.id(),
                        100,
                        400,
                        5_000_000,
                        0.1,
                        BLOCKS_ASKED,
                        600 * SECOND,
                        spot.selfTradePrevention(),
                        exchange)),
                known.venues(),
                known.bridges(),
                known.world());
        MarketEngine opened = MarketEngine.of(spec, 1);
        me = opened.openParticipant("me", TestMarket.plenty());
        events.clear();
        opened.observe(events::add);
        return opened;
    }

    private void run(long seconds) {
        while (market.hasEventUntil(seconds * SECOND)) {
            market.advance();
        }
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    private void send(int chain, Call call) {
        market.submit(
                me,
                new MarketCommand.SubmitTransaction(
                        chain, call, MarketCommand.NEXT_NONCE, 200_000, 100 * GWEI, GWEI, 7_200 * SECOND));
    }

    private <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private long arrivedAt() {
        return only(TransportEvent.FundsArrived.class).getFirst().timeNanos() / SECOND;
    }

    @Test
    void aChainThatStandsStillMakesNoBlocksAndItsMempoolWaits() {
        market = market(OutageSpec.planned(100 * SECOND, 600 * SECOND), OutageSpec.NONE, OutageSpec.NONE);
        run(101);
        assertThat(market.blockNumber(MAINNET)).isEqualTo(8);
        assertThat(market.isHalted(MAINNET)).isTrue();
        assertThat(market.isHalted(ROLLUP)).isFalse();
        send(MAINNET, new Call.Transfer(me, USDC, AMOUNT));
        run(699);
        assertThat(market.blockNumber(MAINNET)).isEqualTo(8);
        assertThat(market.dealings(me).pending(MAINNET)).isEqualTo(1);
        run(708);
        assertThat(market.blockNumber(MAINNET)).isEqualTo(9);
        assertThat(only(MarketEvent.TransactionExecuted.class).getFirst().timeNanos())
                .isEqualTo(708 * SECOND);
        assertThat(only(MarketEvent.PlaceHalted.class))
                .containsExactly(new MarketEvent.PlaceHalted(100 * SECOND, MAINNET));
        assertThat(only(MarketEvent.PlaceResumed.class))
                .containsExactly(new MarketEvent.PlaceResumed(700 * SECOND, MAINNET));
    }

    @Test
    void whatABridgeDeliversWaitsForTheChainWhereItArrives() {
        market = market(OutageSpec.NONE, OutageSpec.planned(500 * SECOND, 1_000 * SECOND), OutageSpec.NONE);
        send(MAINNET, new Call.BridgeTransfer(0, USDC, AMOUNT));
        run(1_499);
        assertThat(only(TransportEvent.FundsArrived.class)).isEmpty();
        assertThat(market.inTransit(me, USDC)).isTrue();
        run(1_501);
        assertThat(arrivedAt()).as("due at 612 s").isEqualTo(1_500);
    }

    /** Sent in block 1 at 12 s; with a block lacking at 612 s it is not final, although the time has passed. */
    @Test
    void aDeliveryWaitsForTheBlocksThatMakeItsDepartureFinal() {
        market = market(OutageSpec.planned(13 * SECOND, 700 * SECOND), OutageSpec.NONE, OutageSpec.NONE);
        send(MAINNET, new Call.BridgeTransfer(0, USDC, AMOUNT));
        run(736);
        assertThat(market.blockNumber(MAINNET)).isEqualTo(3);
        assertThat(only(TransportEvent.FundsArrived.class)).isEmpty();
        run(800);
        assertThat(market.blockNumber(MAINNET)).isGreaterThanOrEqualTo(3);
        assertThat(arrivedAt()).isBetween(732L, 740L);
    }

    @Test
    void aDepositWaitsForItsConfirmations() {
        market = market(OutageSpec.planned(20 * SECOND, 600 * SECOND), OutageSpec.NONE, OutageSpec.NONE);
        send(MAINNET, new Call.Deposit(0, USDC, AMOUNT));
        run(635);
        assertThat(only(TransportEvent.FundsArrived.class)).isEmpty();
        run(700);
        assertThat(arrivedAt()).as("with block 3, at 636 s").isBetween(636L, 648L);
    }

    @Test
    void anExchangeThatIsClosedRefusesEverythingAndCreditsLater() {
        market = market(OutageSpec.NONE, OutageSpec.NONE, OutageSpec.planned(30 * SECOND, 100 * SECOND));
        send(MAINNET, new Call.Deposit(0, USDC, AMOUNT));
        run(31);
        assertThat(market.isHalted(SPOT)).isTrue();
        market.submit(me, new MarketCommand.PlaceOrder(ETH_BOOK, Side.BUY, TimeInForce.GTC, 1, 1_000, 1));
        market.submit(me, new MarketCommand.Withdraw(0, MAINNET, USDC, AMOUNT));
        run(129);
        assertThat(only(MarketEvent.CommandRejected.class))
                .extracting(MarketEvent.CommandRejected::reason)
                .containsExactly("HALTED", "HALTED");
        assertThat(only(TransportEvent.FundsArrived.class)).isEmpty();
        run(131);
        assertThat(arrivedAt()).isEqualTo(130);
        market.submit(me, new MarketCommand.PlaceOrder(ETH_BOOK, Side.BUY, TimeInForce.GTC, 1, 1_000, 1));
        run(132);
        assertThat(only(BookEvent.OrderRested.class)).hasSize(1);
    }

    @Test
    void aRestoredMarketAndAForkStandStillAsTheOriginalDoes() {
        OutageSpec often = new OutageSpec(0, 0, 0, 400, 60 * SECOND);
        market = market(often, often, often);
        for (int i = 0; i < 20; i++) {
            send(MAINNET, new Call.BridgeTransfer(0, USDC, AMOUNT));
            run(40L * (i + 1));
        }
        StateWriter out = new StateWriter();
        market.save(out);
        MarketEngine copy = market.copy();
        StateReader in = new StateReader(out.toBytes());
        MarketEngine restored = market.copy().restored(in);
        in.end();
        String expected = future(market);
        assertThat(future(copy)).isEqualTo(expected);
        assertThat(future(restored)).isEqualTo(expected);
        assertThat(only(MarketEvent.PlaceHalted.class)).hasSizeGreaterThan(3);
    }

    private static String future(MarketEngine market) {
        while (market.hasEventUntil(3_000 * SECOND)) {
            market.advance();
        }
        assertThat(market.checkConservation().violations()).isEmpty();
        return market.log().digest().hex();
    }

    @Test
    void checkpointsFinaliseAfterTheirEpochs() {
        ChainSpec known = TestMarket.spec(0, 0).chains().getFirst();
        ChainSpec chain = known.with(
                new ChainSpec.Permanence(new ChainSpec.Reorganisations(0, 7), new ChainSpec.Checkpoints(32, 2)));
        assertThat(chain.permanence().finalWith(32))
                .as("the first of its epoch waits longest")
                .isEqualTo(128);
        assertThat(chain.permanence().finalWith(63)).as("the last waits least").isEqualTo(128);
        assertThat(with(known, OutageSpec.NONE).permanence().finalWith(63)).isEqualTo(65);
    }
}
