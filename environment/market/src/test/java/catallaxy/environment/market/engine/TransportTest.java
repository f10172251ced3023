package catallaxy.environment.market.engine;

import static catallaxy.environment.market.engine.TestMarket.ETH;
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
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and how much arrives of what goes into an exchange, out of it, and over a bridge. */
class TransportTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long GWEI = 1_000_000_000L;
    private static final UInt256 PLENTY = TestMarket.units(USDC, "2000000");
    private static final UInt256 AMOUNT = UInt256.of(1_000_001);

    private MarketEngine market = MarketEngine.of(TestMarket.spec(0, 0), 1);
    private final int me = market.openParticipant("me", TestMarket.plenty());
    private final List<MarketEvent> events = new ArrayList<>();

    TransportTest() {
        market.observe(events::add);
    }

    private void run(long untilNanos) {
        while (market.hasEventUntil(untilNanos)) {
            market.advance();
        }
        assertThat(market.checkConservation().violations()).isEmpty();
    }

    private void transact(int chain, Call call) {
        market.submit(
                me,
                new MarketCommand.SubmitTransaction(
                        chain, call, MarketCommand.NEXT_NONCE, 200_000, 100 * GWEI, GWEI, 3_600 * SECOND));
    }

    private <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private UInt256 dollars(int place) {
        return market.balance(me, place, USDC);
    }

    /** Included in the block of 12 s, credited two blocks later. */
    @Test
    void aDepositIsCreditedAfterItsConfirmations() {
        transact(MAINNET, new Call.Deposit(0, USDC, AMOUNT));
        run(12 * SECOND);
        assertThat(only(TransportEvent.FundsSent.class))
                .containsExactly(new TransportEvent.FundsSent(12 * SECOND, "spot", me, USDC, MAINNET, SPOT, AMOUNT));
        assertThat(dollars(MAINNET)).isEqualTo(PLENTY.minusExact(AMOUNT));
        run(36 * SECOND - 1);
        assertThat(dollars(SPOT)).isEqualTo(PLENTY);
        assertThat(market.inTransit(me, USDC)).isTrue();
        assertThat(market.totalHolding(me, USDC)).as("under way counts").isEqualTo(6_000_000);
        run(36 * SECOND);
        assertThat(dollars(SPOT)).isEqualTo(PLENTY.plusExact(AMOUNT));
        assertThat(market.inTransit(me, USDC)).isFalse();
        assertThat(only(TransportEvent.FundsArrived.class))
                .containsExactly(new TransportEvent.FundsArrived(36 * SECOND, "spot", me, USDC, SPOT, AMOUNT, false));
    }

    @Test
    void aWithdrawalLeavesAtOnceAndArrivesAfterItsDelay() {
        market.submit(me, new MarketCommand.Withdraw(0, ROLLUP, USDC, AMOUNT));
        run(SECOND);
        TransportEvent.FundsSent sent = only(TransportEvent.FundsSent.class).getFirst();
        assertThat(sent.fromPlace()).isEqualTo(SPOT);
        assertThat(dollars(SPOT)).isEqualTo(PLENTY.minusExact(AMOUNT));
        run(sent.timeNanos() + 600 * SECOND - 1);
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY);
        assertThat(market.inTransit(me, USDC)).isTrue();
        run(sent.timeNanos() + 600 * SECOND);
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY.plusExact(AMOUNT));
        assertThat(market.inTransit(me, USDC)).isFalse();
    }

    @Test
    void whatOpenOrdersHoldCannotBeWithdrawn() {
        market.submit(me, new MarketCommand.PlaceOrder(TestMarket.ETH_BOOK, Side.BUY, TimeInForce.GTC, 1, 1_000, 1));
        run(SECOND);
        market.submit(me, new MarketCommand.Withdraw(0, MAINNET, USDC, PLENTY));
        market.submit(me, new MarketCommand.Withdraw(0, MAINNET, USDC, UInt256.ZERO));
        market.submit(me, new MarketCommand.CancelOrder(TestMarket.ETH_BOOK, 1));
        market.submit(me, new MarketCommand.Withdraw(0, MAINNET, USDC, PLENTY));
        run(2 * SECOND);
        assertThat(only(MarketEvent.CommandRejected.class))
                .extracting(MarketEvent.CommandRejected::reason)
                .containsExactly("INSUFFICIENT_BALANCE", "INSUFFICIENT_BALANCE");
        assertThat(only(TransportEvent.FundsSent.class)).hasSize(1);
        assertThat(dollars(SPOT)).isEqualTo(UInt256.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 2, UNKNOWN_EXCHANGE",
        "-1, 0, 2, UNKNOWN_EXCHANGE",
        "0, 2, 2, UNKNOWN_CHAIN",
        "0, 0, 3, UNKNOWN_ASSET"
    })
    void aWithdrawalOfWhatIsUnknownIsRefused(int exchange, int chain, int asset, String reason) {
        market.submit(me, new MarketCommand.Withdraw(exchange, chain, asset, AMOUNT));
        run(SECOND);
        assertThat(only(MarketEvent.CommandRejected.class))
                .extracting(MarketEvent.CommandRejected::reason)
                .containsExactly(reason);
        assertThat(dollars(SPOT)).isEqualTo(PLENTY);
    }

    /** Included at 12 s, minted 600 s later; 500 pips of 1 000 001 are 500.0005. */
    @Test
    void aBridgeMintsAtTheFinalityOfItsDepositLessItsFee() {
        transact(MAINNET, new Call.BridgeTransfer(0, USDC, AMOUNT));
        run(612 * SECOND - 1);
        assertThat(dollars(MAINNET)).isEqualTo(PLENTY.minusExact(AMOUNT));
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY);
        assertThat(market.inTransit(me, USDC)).isTrue();
        run(612 * SECOND);
        UInt256 received = UInt256.of(1_000_001 - 501);
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY.plusExact(received));
        assertThat(only(TransportEvent.FundsArrived.class))
                .containsExactly(
                        new TransportEvent.FundsArrived(612 * SECOND, "canonical", me, USDC, ROLLUP, received, false));
        transact(ROLLUP, new Call.BridgeTransfer(0, USDC, received));
        run(2_000 * SECOND);
        UInt256 back = UInt256.of(999_500 - 500);
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY);
        assertThat(dollars(MAINNET)).isEqualTo(PLENTY.minusExact(AMOUNT).plusExact(back));
    }

    @Test
    void aTransferThatFailsComesBackWholeToItsChain() {
        market = MarketEngine.of(TestMarket.spec(0, 1), 1);
        assertThat(market.openParticipant("me", TestMarket.plenty())).isEqualTo(me);
        market.observe(events::add);
        transact(MAINNET, new Call.BridgeTransfer(0, USDC, AMOUNT));
        run(612 * SECOND);
        assertThat(only(TransportEvent.FundsArrived.class))
                .containsExactly(
                        new TransportEvent.FundsArrived(612 * SECOND, "canonical", me, USDC, MAINNET, AMOUNT, true));
        assertThat(dollars(MAINNET)).isEqualTo(PLENTY);
        assertThat(dollars(ROLLUP)).isEqualTo(PLENTY);
    }

    @Test
    void callsToWhatIsUnknownRevert() {
        transact(MAINNET, new Call.Deposit(1, USDC, AMOUNT));
        transact(MAINNET, new Call.Deposit(0, 3, AMOUNT));
        transact(MAINNET, new Call.Deposit(0, USDC, UInt256.ZERO));
        transact(MAINNET, new Call.Deposit(0, USDC, PLENTY.plusExact(UInt256.ONE)));
        transact(MAINNET, new Call.BridgeTransfer(1, USDC, AMOUNT));
        transact(MAINNET, new Call.BridgeTransfer(0, 3, AMOUNT));
        transact(MAINNET, new Call.BridgeTransfer(0, USDC, PLENTY.plusExact(UInt256.ONE)));
        transact(MAINNET, new Call.Transfer(1, USDC, AMOUNT));
        run(12 * SECOND);
        assertThat(only(MarketEvent.TransactionExecuted.class))
                .extracting(MarketEvent.TransactionExecuted::reason)
                .containsExactly(
                        "Exchange: UNKNOWN_EXCHANGE",
                        "ERC20: transfer amount exceeds balance",
                        "ERC20: transfer amount exceeds balance",
                        "ERC20: transfer amount exceeds balance",
                        "Bridge: UNKNOWN_BRIDGE",
                        "Bridge: UNSUPPORTED_ROUTE",
                        "Bridge: INSUFFICIENT_BALANCE",
                        "ERC20: transfer to the zero address");
        assertThat(only(TransportEvent.FundsSent.class)).isEmpty();
        assertThat(dollars(MAINNET)).isEqualTo(PLENTY);
        assertThat(market.totals(me).reverted()).isEqualTo(8);
    }

    /** What is under way when a market is saved arrives when and as it would have. */
    @Test
    void whatIsUnderWayArrivesInACopyAndInARestoredMarketToo() {
        transact(MAINNET, new Call.Deposit(0, USDC, AMOUNT));
        transact(MAINNET, new Call.BridgeTransfer(0, ETH, TestMarket.units(ETH, "1")));
        market.submit(me, new MarketCommand.Withdraw(0, ROLLUP, USDC, AMOUNT));
        run(13 * SECOND);
        StateWriter out = new StateWriter();
        market.save(out);
        StateReader in = new StateReader(out.toBytes());
        List<MarketEngine> others = List.of(market.copy(), market.restored(in));
        in.end();
        run(700 * SECOND);
        assertThat(only(TransportEvent.FundsArrived.class)).hasSize(3);
        for (MarketEngine each : others) {
            assertThat(each.inTransit(me, ETH)).isTrue();
            while (each.hasEventUntil(700 * SECOND)) {
                each.advance();
            }
            assertThat(each.inTransit(me, ETH)).isFalse();
            assertThat(each.balance(me, ROLLUP, ETH)).isEqualTo(market.balance(me, ROLLUP, ETH));
            assertThat(each.balance(me, SPOT, USDC)).isEqualTo(dollars(SPOT));
            assertThat(each.log().digest())
                    .usingRecursiveComparison()
                    .isEqualTo(market.log().digest());
        }
    }
}
