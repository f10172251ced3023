package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.OpenOrder;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An exchange alone, with one market and commands that arrive at once: 1 000 base units a lot, 3 quote units a tick of
 * a lot, 1 % for makers and 2.5 % for takers. At 7 ticks a lot costs 21 units, and holds 22 of a buyer.
 */
final class TestExchange {
    static final int BASE = 0;
    static final int QUOTE = 1;
    static final long LOT = 1_000;
    static final long START = 100_000;
    static final int A = 0;
    static final int B = 1;
    static final int C = 2;

    private static final int FEES = 1;

    final List<MarketEvent> events = new ArrayList<>();
    final Settlement settlement;
    final Exchange exchange = new Exchange(new ExchangeSpec("spot", 10_000, 25_000, 0, 0, 0, 0), 0, FEES);
    BookMarket market;

    TestExchange() {
        this(SelfTradePrevention.CANCEL_RESTING);
    }

    TestExchange(SelfTradePrevention prevention) {
        market = new BookMarket(0, new VenueSpec.Book("base-quote", 0, BASE, QUOTE, LOT, 3), prevention);
        Ledger ledger = new Ledger(List.of(new AssetSpec("BASE", 3), new AssetSpec("QUOTE", 2)));
        int issuer = ledger.openIssuer("genesis");
        ledger.openAccount("fees");
        settlement = new Settlement(ledger, new Accounts(List.of("spot")), 1);
        settlement.log().sink(events::add);
        settlement.mark(QUOTE, 1);
        for (String name : List.of("a", "b", "c")) {
            int participant = settlement.openParticipant(name);
            ledger.issue(issuer, free(participant), BASE, UInt256.of(START));
            ledger.issue(issuer, free(participant), QUOTE, UInt256.of(START));
        }
    }

    /** Gives everybody so much more of both assets. */
    TestExchange richer(long units) {
        for (int who = A; who <= C; who++) {
            settlement.ledger().issue(0, free(who), BASE, UInt256.of(units));
            settlement.ledger().issue(0, free(who), QUOTE, UInt256.of(units));
        }
        return this;
    }

    private int free(int participant) {
        return settlement.accounts().free(participant, 0);
    }

    long free(int participant, int asset) {
        return settlement.ledger().balance(free(participant), asset).longValueExact();
    }

    long held(int participant, int asset) {
        return settlement
                .ledger()
                .balance(settlement.accounts().held(participant), asset)
                .longValueExact();
    }

    long fees() {
        return settlement.ledger().balance(FEES, QUOTE).longValueExact();
    }

    /** Places an order; why it was refused, or nothing. */
    Optional<Rejection> place(int participant, Side side, TimeInForce force, long id, long ticks, long lots) {
        return exchange.place(
                settlement, 5, market, participant, new MarketCommand.PlaceOrder(0, side, force, id, ticks, lots));
    }

    Optional<Rejection> send(int participant, MarketCommand.PlaceOrder order) {
        return exchange.place(settlement, 5, market, participant, order);
    }

    Optional<Rejection> buy(int participant, long id, long ticks, long lots) {
        return place(participant, Side.BUY, TimeInForce.GTC, id, ticks, lots);
    }

    Optional<Rejection> sell(int participant, long id, long ticks, long lots) {
        return place(participant, Side.SELL, TimeInForce.GTC, id, ticks, lots);
    }

    Optional<Rejection> cancel(int participant, long id) {
        return exchange.cancel(settlement, 6, market, participant, id);
    }

    Optional<Rejection> replace(int participant, long id, long ticks, long lots) {
        return exchange.replace(settlement, 7, market, participant, new MarketCommand.ReplaceOrder(0, id, ticks, lots));
    }

    Optional<Rejection> replacePostOnly(int participant, long id, long ticks, long lots) {
        return exchange.replace(
                settlement, 7, market, participant, new MarketCommand.ReplaceOrder(0, id, ticks, lots, true));
    }

    <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static long holdTicks(OpenOrder order) {
        return order.priceTicks() == MarketCommand.ANY_PRICE ? order.stopTicks() : order.priceTicks();
    }

    /** What a participant's open orders must hold of an asset. */
    long needed(int participant, int asset) {
        return market.orders(participant).stream()
                .mapToLong(each -> each.side() == Side.BUY
                        ? asset == QUOTE ? market.buyHold(holdTicks(each), each.lots(), 25_000) : 0
                        : asset == BASE ? each.lots() * LOT : 0)
                .sum();
    }
}
