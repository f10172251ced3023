package catallaxy.environment.market.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where commands go, and that only what belongs there is taken. */
final class DestinationTest {
    private static final Destination EXCHANGE = new Destination(TestMarket.SPOT, EventKind.COMMAND, 0);
    private static final MarketCommand ORDER =
            new MarketCommand.PlaceOrder(TestMarket.BTC_BOOK, Side.BUY, TimeInForce.GTC, 1, 10, 10);
    private static final MarketCommand WITHDRAWAL =
            new MarketCommand.Withdraw(0, TestMarket.ROLLUP, TestMarket.ETH, UInt256.ONE);
    private static final MarketCommand BID = new MarketCommand.BidForRound(TestMarket.ROLLUP, 1, UInt256.ONE);

    private final MarketEngine market = MarketEngine.of(TestMarket.spec(), 5);
    private final int me = market.openParticipant("me", TestMarket.plenty());

    private Destination of(MarketCommand command) {
        return Destination.of(market.spec(), command);
    }

    private static MarketCommand transaction(int chain) {
        Call call = new Call.Transfer(0, TestMarket.ETH, UInt256.ONE);
        return new MarketCommand.SubmitTransaction(chain, call, MarketCommand.NEXT_NONCE, 21_000, 1, 1, 1);
    }

    @Test
    void whatConcernsABookGoesToItsExchange() {
        assertThat(of(ORDER)).isEqualTo(EXCHANGE);
        assertThat(of(new MarketCommand.ReplaceOrder(TestMarket.ETH_BOOK, 1, 10, 10)))
                .isEqualTo(EXCHANGE);
        assertThat(of(new MarketCommand.CancelOrder(TestMarket.ETH_BOOK, 1))).isEqualTo(EXCHANGE);
        assertThat(of(new MarketCommand.CancelAllOrders(TestMarket.ETH_BOOK))).isEqualTo(EXCHANGE);
    }

    @Test
    void aWithdrawalGoesToWhereTheFundsAre() {
        assertThat(of(WITHDRAWAL)).isEqualTo(EXCHANGE);
    }

    @Test
    void whatIsForAChainGoesThere() {
        for (int chain : new int[] {TestMarket.MAINNET, TestMarket.ROLLUP}) {
            assertThat(of(transaction(chain))).isEqualTo(new Destination(chain, EventKind.TRANSACTION, chain));
        }
        assertThat(of(BID).place()).isEqualTo(TestMarket.ROLLUP);
    }

    @Test
    void aChainTakesNoOrders() {
        Inbox chains = new ChainInbox(market);
        assertThatThrownBy(() -> chains.receive(TestMarket.MAINNET, me, ORDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("chain 0")
                .hasMessageContaining("PlaceOrder");
    }

    @Test
    void anExchangeTakesNoTransactions() {
        Inbox exchanges = new ExchangeInbox(market.state, new Transport(market.state));
        assertThatThrownBy(() -> exchanges.receive(TestMarket.SPOT, me, transaction(TestMarket.MAINNET)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SubmitTransaction");
        assertThat(exchanges.receive(TestMarket.SPOT, me, WITHDRAWAL)).isEmpty();
        assertThat(market.inTransit(me, TestMarket.ETH)).isTrue();
    }

    @Test
    void aChainWithoutALaneSaysSo() {
        assertThat(new ChainInbox(market).receive(TestMarket.ROLLUP, me, BID))
                .isEqualTo(Optional.of("NO_EXPRESS_LANE"));
    }
}
