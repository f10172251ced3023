package catallaxy.environment.market.trading;

import static catallaxy.environment.market.trading.SmallMarket.BOOK;
import static catallaxy.environment.market.trading.SmallMarket.ETH;
import static catallaxy.environment.market.trading.SmallMarket.EXCHANGE;
import static catallaxy.environment.market.trading.SmallMarket.MAIN;
import static catallaxy.environment.market.trading.SmallMarket.SECOND;
import static catallaxy.environment.market.trading.SmallMarket.USDC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.Endowment;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a participant could trade with on a book: others' orders, never its own. */
class OwnLiquidityTest {
    private final MarketEngine market = MarketEngine.of(new SmallMarket().engine(), 1);
    private final int me = market.openParticipant("me", SmallMarket.everywhere(100_000, 100));
    private final int other = market.openParticipant("other", SmallMarket.everywhere(100_000, 100));
    private long nextId = 1;
    private long now;

    private void rest(int participant, Side side, double price, double base) {
        market.submit(
                participant,
                new MarketCommand.PlaceOrder(
                        BOOK, side, TimeInForce.GTC, nextId++, market.toTicks(BOOK, price), market.toLots(BOOK, base)));
        settle();
    }

    private void settle() {
        now += SECOND;
        while (market.hasEventUntil(now)) {
            market.advance();
        }
    }

    private void fillAsks() {
        rest(me, Side.SELL, 2_000, 1);
        rest(other, Side.SELL, 2_010, 2);
        rest(me, Side.SELL, 2_010, 5);
        rest(me, Side.SELL, 2_020, 5);
        rest(other, Side.SELL, 2_030, 3);
    }

    @Test
    void quotesPassOwnOrdersOver() {
        fillAsks();
        assertThat(BookQuote.best(market.limitOrders(BOOK), me, Side.SELL)).isCloseTo(2_010, within(1e-6));
        assertThat(BookQuote.best(market.limitOrders(BOOK), other, Side.SELL)).isCloseTo(2_000, within(1e-6));
        assertThat(BookQuote.sweepPrice(market.limitOrders(BOOK), me, Side.SELL, 2.5))
                .isCloseTo(2_030, within(1e-6));
        assertThat(BookQuote.sweepPrice(market.limitOrders(BOOK), me, Side.SELL, 2))
                .isCloseTo(2_010, within(1e-6));
        assertThat(BookQuote.baseFor(market.limitOrders(BOOK), me, 2 * 2_010 + 2_030))
                .isCloseTo(3, within(1e-9));
        assertThat(BookQuote.baseFor(market.limitOrders(BOOK), other, 2_000)).isCloseTo(1, within(1e-9));
        assertThat(BookQuote.depth(market.limitOrders(BOOK), me, Side.SELL, 2_020))
                .isCloseTo(2, within(1e-9));
        assertThat(BookQuote.depth(market.limitOrders(BOOK), me, Side.SELL, 2_030))
                .isCloseTo(5, within(1e-9));
        assertThat(BookQuote.depth(market.limitOrders(BOOK), other, Side.SELL, 2_030))
                .isCloseTo(11, within(1e-9));
    }

    @Test
    void aSideOfOwnOrdersAloneQuotesNothing() {
        rest(me, Side.BUY, 1_990, 4);
        assertThat(BookQuote.best(market.limitOrders(BOOK), me, Side.BUY)).isNaN();
        assertThat(BookQuote.sweepPrice(market.limitOrders(BOOK), me, Side.BUY, 1))
                .isNaN();
        assertThat(BookQuote.depth(market.limitOrders(BOOK), me, Side.BUY, 0)).isZero();
        assertThat(Taker.sell(market, market.gateway(me), BOOK, 1, 0.01, nextId++))
                .isFalse();
        assertThat(BookQuote.best(market.limitOrders(BOOK), other, Side.BUY)).isCloseTo(1_990, within(1e-6));
    }

    @Test
    void aTakersLimitIsFromTheBestOfOthers() {
        rest(me, Side.SELL, 1_900, 1);
        rest(other, Side.SELL, 2_000, 2);
        assertThat(Taker.buy(market, market.gateway(me), BOOK, 1_000, 0.001, nextId++))
                .isTrue();
        settle();
        double bought = market.toLots(BOOK, 1_000 / (2_000 * 1.0004)) * market.lotSize(BOOK);
        assertThat(market.totals(me).fills()).isEqualTo(1);
        assertThat(market.holding(me, EXCHANGE, ETH)).isCloseTo(100 + bought, within(1e-9));
        assertThat(market.limitOrders(BOOK).orders(me).count())
                .as("cancelled on the way")
                .isZero();
    }

    @Test
    void aSaleIsLimitedByTheOthersBids() {
        rest(me, Side.BUY, 2_000, 1);
        rest(other, Side.BUY, 1_900, 2);
        assertThat(Taker.sell(market, market.gateway(me), BOOK, 1.5, 0.001, nextId++))
                .isTrue();
        settle();
        assertThat(market.holding(me, EXCHANGE, ETH)).isCloseTo(98.5, within(1e-9));
        assertThat(market.holding(me, EXCHANGE, USDC)).isCloseTo(100_000 + 1.5 * 1_900 * (1 - 0.0004), within(1e-6));
    }

    @Test
    void publicPricesStillCountEverybodysOrders() {
        fillAsks();
        assertThat(market.bestAsk(BOOK)).isCloseTo(2_000, within(1e-6));
        assertThat(market.limitOrders(BOOK).size(Side.SELL, 1)).isCloseTo(7, within(1e-9));
    }

    @Test
    void aTransactionWithoutItsGasIsNotSentButCounted() {
        Call call = new Call.Transfer(other, USDC, UInt256.ONE);
        UInt256 needed = UInt256.of(market.gasLimit(call))
                .timesExact(UInt256.of(market.transaction(MAIN, call, 0).maxFeePerGasWei()));
        for (boolean exact : new boolean[] {true, false}) {
            MarketEngine each = MarketEngine.of(new SmallMarket().engine(), 1);
            UInt256 owned = exact ? needed : needed.minusExact(UInt256.ONE);
            int sender = each.openParticipant(
                    "sender", List.of(new Endowment(MAIN, ETH, owned), new Endowment(MAIN, USDC, UInt256.of(1_000))));
            each.openParticipant("receiver", SmallMarket.everywhere(1, 1));
            List<String> reasons = new ArrayList<>();
            each.observe(event -> {
                if (event instanceof MarketEvent.CommandRejected rejected) {
                    reasons.add(rejected.reason());
                }
            });
            assertThat(Gas.send(each, each.gateway(sender), MAIN, call, 5)).isEqualTo(exact);
            while (each.hasEventUntil(30 * SECOND)) {
                each.advance();
            }
            assertThat(each.totals(sender).rejected()).isEqualTo(exact ? 0 : 1);
            assertThat(reasons).isEqualTo(exact ? List.of() : List.of("INSUFFICIENT_FUNDS_FOR_GAS"));
            assertThat(each.totals(sender).gasPaidQuote() > 0).isEqualTo(exact);
        }
    }
}
