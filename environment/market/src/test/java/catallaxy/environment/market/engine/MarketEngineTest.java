package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Conservation;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.uniswapv2.V2Pair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketEngineTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int PARTICIPANTS = 4;

    private static MarketEngine populated(long seed) {
        MarketEngine market = MarketEngine.of(TestMarket.spec(0.8, 0.2), seed);
        for (int i = 0; i < PARTICIPANTS; i++) {
            market.openParticipant("p" + i, TestMarket.plenty());
        }
        return market;
    }

    private static void run(MarketEngine market, RandomParticipants participants, int events, boolean checked) {
        for (int i = 0; i < events; i++) {
            participants.act(market, PARTICIPANTS);
            assertThat(market.advance()).isEqualTo(MarketEngine.HANDLED);
            if (checked) {
                Conservation conservation = market.checkConservation();
                assertThat(conservation.violations()).as("event %d", i).isEmpty();
            }
        }
    }

    private static byte[] saved(MarketEngine market) {
        StateWriter out = new StateWriter();
        market.save(out);
        return out.toBytes();
    }

    @Test
    void conservesValueAfterEveryEventWhateverIsAskedOfIt() {
        for (long seed = 1; seed <= 5; seed++) {
            run(populated(seed), new RandomParticipants(seed), 4_000, true);
        }
    }

    @Test
    void everyKindOfEventOccursUnderRandomParticipants() {
        MarketEngine market = populated(3);
        List<String> kinds = new ArrayList<>();
        market.observe(event -> {
            String kind = event.getClass().getSimpleName();
            if (event instanceof MarketEvent.TransactionExecuted executed) {
                kind += executed.succeeded() ? "+" : "-";
            }
            if (!kinds.contains(kind)) {
                kinds.add(kind);
            }
        });
        run(market, new RandomParticipants(3), 60_000, false);
        assertThat(kinds)
                .contains(
                        "PriceMoved",
                        "OrderRested",
                        "OrderFilled",
                        "OrderCancelled",
                        "CommandRejected",
                        "TransactionExecuted+",
                        "TransactionExecuted-",
                        "TransactionDropped",
                        "BlockProduced",
                        "PoolSwapped",
                        "LiquidityChanged",
                        "FundsSent",
                        "FundsArrived");
    }

    @Test
    void sameSeedSameTraceAndAnotherSeedAnother() {
        String first = digestAfter(populated(7), 7);
        assertThat(digestAfter(populated(7), 7)).isEqualTo(first);
        assertThat(digestAfter(populated(8), 7)).isNotEqualTo(first);
    }

    private static String digestAfter(MarketEngine market, long seed) {
        run(market, new RandomParticipants(seed), 5_000, false);
        return market.log().digest().hex();
    }

    @Test
    void aCopyAndARestoredSnapshotHaveTheSameFuture() {
        for (long seed = 1; seed <= 5; seed++) {
            MarketEngine market = populated(seed);
            run(market, new RandomParticipants(seed), 3_000, false);
            MarketEngine copy = market.copy();
            StateReader in = new StateReader(saved(market));
            MarketEngine restored = populated(99).restored(in);
            in.end();
            assertThat(saved(copy)).as("seed %d", seed).isEqualTo(saved(market));
            byte[] before = saved(market);
            run(copy, new RandomParticipants(seed + 50), 3_000, false);
            assertThat(saved(market)).as("original after its copy ran on").isEqualTo(before);
            run(restored, new RandomParticipants(seed + 50), 3_000, false);
            run(market, new RandomParticipants(seed + 50), 3_000, false);
            assertThat(saved(copy)).isEqualTo(saved(market));
            assertThat(saved(restored)).isEqualTo(saved(market));
        }
    }

    private static UInt256 reserve(MarketEngine market) {
        return market.venue(TestMarket.ETH_MAINNET, V2Pair.class).orElseThrow().reserve0();
    }

    @Test
    void aRevertedBatchLeavesNothingBehindButItsGas() {
        MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);
        int p = market.openParticipant("p", TestMarket.plenty());
        UInt256 usdc = market.balance(p, TestMarket.MAINNET, TestMarket.USDC);
        UInt256 reserve = reserve(market);
        Call swap = new Call.Swap(
                List.of(TestMarket.ETH_MAINNET),
                TestMarket.USDC,
                TestMarket.units(TestMarket.USDC, "1000"),
                UInt256.ZERO);
        Call impossible = new Call.Swap(List.of(TestMarket.ETH_MAINNET), TestMarket.USDC, UInt256.ONE, UInt256.MAX);
        market.submit(
                p, market.transaction(TestMarket.MAINNET, new Call.Batch(List.of(swap, impossible)), 60 * SECOND));
        runUntil(market, 13 * SECOND);
        assertThat(market.totals(p).reverted()).isEqualTo(1);
        assertThat(market.balance(p, TestMarket.MAINNET, TestMarket.USDC)).isEqualTo(usdc);
        assertThat(reserve(market)).isEqualTo(reserve);
        assertThat(market.totals(p).gasPaidQuote()).isPositive();
        assertThat(market.balance(p, TestMarket.MAINNET, TestMarket.ETH))
                .isLessThan(TestMarket.units(TestMarket.ETH, "1000"));
    }

    @Test
    void aMatchSettlesBothSidesWithFeesRoundedUp() {
        MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);
        int maker = market.openParticipant("maker", TestMarket.plenty());
        int taker = market.openParticipant("taker", TestMarket.plenty());
        market.submit(
                maker,
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.SELL, TimeInForce.POST_ONLY, 1, 200_001, 7));
        market.submit(
                taker, new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.IOC, 1, 200_100, 9));
        runUntil(market, SECOND);
        long notional = 200_001L * 7;
        long takerFee = Math.ceilDiv(notional * 400, 1_000_000);
        long makerFee = Math.ceilDiv(notional * 100, 1_000_000);
        UInt256 start = TestMarket.units(TestMarket.USDC, "2000000");
        assertThat(market.balance(taker, TestMarket.SPOT, TestMarket.USDC))
                .isEqualTo(start.minusExact(UInt256.of(notional + takerFee)));
        assertThat(market.balance(maker, TestMarket.SPOT, TestMarket.USDC))
                .isEqualTo(start.plusExact(UInt256.of(notional - makerFee)));
        assertThat(market.totalHolding(taker, TestMarket.ETH)).isEqualTo(3000.0007);
        assertThat(market.limitOrders(TestMarket.ETH_BOOK).orders(maker).count())
                .isZero();
    }

    @Test
    void nobodyReachesAnothersOrderByAnIdThatOverflows() {
        MarketEngine market = MarketEngine.of(TestMarket.spec(), 1);
        int thief = market.openParticipant("thief", TestMarket.plenty());
        int owner = market.openParticipant("owner", TestMarket.plenty());
        market.submit(
                owner,
                new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.SELL, TimeInForce.POST_ONLY, 7, 200_001, 7));
        runUntil(market, SECOND);
        long forged = (long) (owner ^ thief) << 40 | 7;
        market.submit(thief, new MarketCommand.CancelOrder(TestMarket.ETH_BOOK, forged));
        market.submit(thief, new MarketCommand.ReplaceOrder(TestMarket.ETH_BOOK, forged, 300_000, 1));
        runUntil(market, 2 * SECOND);
        assertThat(market.limitOrders(TestMarket.ETH_BOOK).orders(owner).count())
                .isEqualTo(1);
        assertThat(market.totals(thief).rejected()).isEqualTo(2);
    }

    @Test
    void aTransferOverTheBridgeArrivesLessTheFeeAndCountsWhileUnderWay() {
        MarketEngine market = MarketEngine.of(TestMarket.spec(0, 0), 1);
        int p = market.openParticipant("p", TestMarket.plenty());
        UInt256 amount = TestMarket.units(TestMarket.USDC, "100000");
        market.submit(
                p,
                market.transaction(
                        TestMarket.MAINNET, new Call.BridgeTransfer(0, TestMarket.USDC, amount), 60 * SECOND));
        runUntil(market, 13 * SECOND);
        assertThat(market.inTransit(p, TestMarket.USDC)).isTrue();
        assertThat(market.totalHolding(p, TestMarket.USDC)).isEqualTo(6_000_000);
        runUntil(market, 613 * SECOND);
        assertThat(market.holding(p, TestMarket.ROLLUP, TestMarket.USDC)).isEqualTo(2_099_950);
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    @Test
    void nothingRunsBeforeItsTime() {
        MarketEngine market = populated(4);
        RandomParticipants participants = new RandomParticipants(4);
        long last = 0;
        for (int i = 0; i < 3_000; i++) {
            participants.act(market, PARTICIPANTS);
            market.advance();
            assertThat(market.timeNanos()).isGreaterThanOrEqualTo(last);
            last = market.timeNanos();
        }
    }

    private static void runUntil(MarketEngine market, long timeNanos) {
        while (market.hasEventUntil(timeNanos)) {
            market.advance();
        }
    }
}
