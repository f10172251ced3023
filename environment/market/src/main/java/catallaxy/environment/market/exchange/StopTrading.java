package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.CancelReason;
import catallaxy.environment.market.book.StopOrder;
import catallaxy.environment.market.trace.BookEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Carries out stop orders on the markets of one exchange: funds are held when one is placed, a sale's lots, a buy's at its limit or,
 * without a limit, at its trigger; they are freed when it enters the book, where it holds what any order holds.
 *
 * <p>After a command that traded, the orders that the last price reaches wait in a line: those that the price reached first are in
 * front, and those that the trades of one of them reach come behind. Each enters once, so the line ends. It has no state of its own.
 */
final class StopTrading {
    private final int place;
    private final Matching.Fees fees;

    StopTrading(int place, Matching.Fees fees) {
        this.place = place;
        this.fees = fees;
    }

    /** How an order enters the book; why it does not, or nothing. */
    interface Entry {
        Optional<Rejection> enter(int participant, MarketCommand.PlaceOrder order);
    }

    Optional<Rejection> place(
            Settlement settlement, long now, BookMarket market, int participant, MarketCommand.PlaceOrder order) {
        StopOrder stop = new StopOrder(
                Matching.orderId(participant, order.clientOrderId()),
                participant,
                order.side(),
                order.timeInForce(),
                order.stopTicks(),
                order.priceTicks(),
                order.lots(),
                order.shownLots());
        if (market.tape().size() > 0 && stop.isReachedBy(market.tape().priceTicks(0))) {
            return Optional.of(Rejection.STOP_WOULD_TRIGGER);
        } else if (!market.fits(stop.holdTicks(), stop.lots())) {
            return Optional.of(Rejection.ORDER_TOO_LARGE);
        }
        Matching matching = matching(settlement, now, market);
        if (!matching.hold(participant, stop.side(), stop.holdTicks(), stop.lots())) {
            return Optional.of(Rejection.INSUFFICIENT_BALANCE);
        }
        market.stops().add(stop);
        matching.close();
        settlement
                .log()
                .emit(new BookEvent.StopPlaced(
                        now,
                        market.venue(),
                        participant,
                        order.clientOrderId(),
                        stop.side(),
                        stop.stopTicks(),
                        stop.priceTicks(),
                        stop.lots()));
        return Optional.empty();
    }

    /** Whether there was such a stop order, which is cancelled. */
    boolean cancel(Settlement settlement, long now, BookMarket market, int participant, long clientOrderId) {
        if (market.stops().isEmpty()) {
            return false;
        }
        Optional<StopOrder> stop = market.stops().find(Matching.orderId(participant, clientOrderId));
        stop.ifPresent(each -> cancel(settlement, now, market, each));
        return stop.isPresent();
    }

    /** Cancels those of a participant: buys in the order of their triggers, then sales. */
    void cancelAll(Settlement settlement, long now, BookMarket market, int participant) {
        List<StopOrder> own = new ArrayList<>();
        market.stops().forEach(participant, own::add);
        own.forEach(each -> cancel(settlement, now, market, each));
    }

    private void cancel(Settlement settlement, long now, BookMarket market, StopOrder stop) {
        market.stops().remove(stop);
        release(settlement, now, market, stop);
        gone(settlement, now, market, stop, CancelReason.REQUESTED.name());
    }

    /** Lets those enter that the last price reaches, and those that they reach in turn. */
    void trigger(Settlement settlement, long now, BookMarket market, Entry entry) {
        if (market.stops().isEmpty() || market.tape().size() == 0) {
            return;
        }
        Deque<StopOrder> line = new ArrayDeque<>(reached(market));
        while (!line.isEmpty()) {
            StopOrder stop = line.removeFirst();
            release(settlement, now, market, stop);
            settlement
                    .log()
                    .emit(new BookEvent.StopTriggered(
                            now,
                            market.venue(),
                            stop.owner(),
                            Matching.clientOrderId(stop.orderId()),
                            lastTicks(market)));
            entry.enter(stop.owner(), order(market.venue(), stop))
                    .ifPresent(refusal -> gone(settlement, now, market, stop, refusal.name()));
            line.addAll(reached(market));
        }
    }

    private static List<StopOrder> reached(BookMarket market) {
        return market.stops().triggered(lastTicks(market));
    }

    private static long lastTicks(BookMarket market) {
        return market.tape().priceTicks(0);
    }

    private static MarketCommand.PlaceOrder order(int venue, StopOrder stop) {
        return new MarketCommand.PlaceOrder(
                venue,
                stop.side(),
                stop.timeInForce(),
                Matching.clientOrderId(stop.orderId()),
                stop.priceTicks(),
                stop.lots(),
                stop.shownLots(),
                MarketCommand.NO_STOP);
    }

    private void release(Settlement settlement, long now, BookMarket market, StopOrder stop) {
        Matching matching = matching(settlement, now, market);
        matching.release(stop.owner(), stop.side(), stop.holdTicks(), stop.lots());
        matching.close();
    }

    private static void gone(Settlement settlement, long now, BookMarket market, StopOrder stop, String reason) {
        settlement
                .log()
                .emit(new BookEvent.OrderCancelled(
                        now,
                        market.venue(),
                        stop.owner(),
                        Matching.clientOrderId(stop.orderId()),
                        stop.lots(),
                        reason));
    }

    private Matching matching(Settlement settlement, long now, BookMarket market) {
        return new Matching(settlement, now, market, fees, place, Side.BUY, 0);
    }
}
