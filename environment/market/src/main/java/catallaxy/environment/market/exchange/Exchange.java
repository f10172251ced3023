package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.book.OrderStatus;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.trace.BookEvent;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries out order commands on the markets of one exchange: funds are held before an order reaches the book, each
 * match settles at once on the ledger, and what an order no longer needs is released.
 *
 * <p>It has no state of its own: books belong to their {@link BookMarket}s and money to the ledger. Fees are paid in
 * the quote asset, rounded up. A command that makes no sense is a {@link Rejection}.
 */
public final class Exchange {
    private final ExchangeSpec spec;
    private final int place;
    private final Matching.Fees fees;
    private final StopTrading stops;

    /**
     * An exchange that takes the fees of its spec, pips of what is traded, in each of its markets.
     *
     * @param place      index of the exchange among all places
     * @param feeAccount ledger account that earns the fees
     */
    public Exchange(ExchangeSpec spec, int place, int feeAccount) {
        this.spec = spec;
        this.place = place;
        this.fees = new Matching.Fees(spec.makerFeePips(), spec.takerFeePips(), feeAccount);
        this.stops = new StopTrading(place, fees);
    }

    /** The scenario's description of the exchange: its fees and delays. */
    public ExchangeSpec spec() {
        return spec;
    }

    /** Places an order that has arrived; empty if it was taken. */
    public Optional<Rejection> place(
            Settlement settlement, long now, BookMarket market, int participant, MarketCommand.PlaceOrder order) {
        Optional<Rejection> refused =
                invalid(order).or(() -> closed(market)).or(() -> duplicate(market, participant, order));
        if (refused.isEmpty()) {
            refused = order.isStop()
                    ? stops.place(settlement, now, market, participant, order)
                    : enter(settlement, now, market, participant, order);
        }
        triggerStops(settlement, now, market);
        return refused;
    }

    /** Lets stop orders enter that trades have reached, and those that they reach in turn. */
    private void triggerStops(Settlement settlement, long now, BookMarket market) {
        stops.trigger(
                settlement, now, market, (participant, order) -> enter(settlement, now, market, participant, order));
    }

    private static Optional<Rejection> closed(BookMarket market) {
        return market.positions().filter(Positions::isSettled).map(settled -> Rejection.MARKET_CLOSED);
    }

    private static Optional<Rejection> duplicate(BookMarket market, int participant, MarketCommand.PlaceOrder order) {
        long id = Matching.orderId(participant, order.clientOrderId());
        boolean waits = !market.stops().isEmpty() && market.stops().find(id).isPresent();
        return waits || (order.isStop() && market.book().contains(id))
                ? Optional.of(Rejection.DUPLICATE_ORDER)
                : Optional.empty();
    }

    private Optional<Rejection> enter(
            Settlement settlement, long now, BookMarket market, int participant, MarketCommand.PlaceOrder order) {
        OptionalLong limit = limit(market.book(), participant, order);
        if (limit.isEmpty()) {
            return Optional.of(Rejection.NO_LIQUIDITY);
        }
        long price = limit.getAsLong();
        if (!market.fits(price, order.lots())) {
            return Optional.of(Rejection.ORDER_TOO_LARGE);
        }
        Matching matching = new Matching(settlement, now, market, fees, place, order.side(), price);
        if (!matching.hold(participant, order.side(), price, order.lots())) {
            return Optional.of(Rejection.INSUFFICIENT_BALANCE);
        }
        OrderStatus status = match(matching, market.book(), participant, order, price);
        if (status.isRejection()) {
            matching.release(participant, order.side(), price, order.lots());
        }
        matching.close();
        if (status.isRejection()) {
            return Optional.of(rejection(status));
        }
        reportRest(settlement, now, market, participant, order.clientOrderId());
        return Optional.empty();
    }

    private static Optional<Rejection> invalid(MarketCommand.PlaceOrder order) {
        boolean anyPrice = order.priceTicks() == MarketCommand.ANY_PRICE;
        boolean rests = order.timeInForce() == TimeInForce.GTC || order.timeInForce() == TimeInForce.POST_ONLY;
        if (order.lots() <= 0) {
            return Optional.of(Rejection.INVALID_LOTS);
        } else if (!Matching.isClientOrderId(order.clientOrderId())) {
            return Optional.of(Rejection.INVALID_ORDER_ID);
        } else if (order.priceTicks() < 0 || (anyPrice && rests)) {
            return Optional.of(Rejection.INVALID_PRICE);
        } else if (order.shownLots() < 0 || (order.shownLots() > 0 && !rests)) {
            return Optional.of(Rejection.INVALID_SHOWN_LOTS);
        } else if (order.stopTicks() < 0) {
            return Optional.of(Rejection.INVALID_STOP_PRICE);
        }
        return Optional.empty();
    }

    /** The order's limit; of a market order the price at which it ends, its sender's own orders passed over. */
    private static OptionalLong limit(OrderBook book, int participant, MarketCommand.PlaceOrder order) {
        return order.priceTicks() == MarketCommand.ANY_PRICE
                ? book.sweepPriceTicks(participant, order.side().opposite(), order.lots())
                : OptionalLong.of(order.priceTicks());
    }

    private static OrderStatus match(
            Matching matching, OrderBook book, int participant, MarketCommand.PlaceOrder order, long priceTicks) {
        long id = Matching.orderId(participant, order.clientOrderId());
        Side side = order.side();
        return order.shownLots() == MarketCommand.ALL_SHOWN
                ? book.limit(id, participant, side, priceTicks, order.lots(), order.timeInForce(), matching)
                : book.iceberg(
                        id,
                        participant,
                        side,
                        priceTicks,
                        order.lots(),
                        order.shownLots(),
                        order.timeInForce(),
                        matching);
    }

    /** Cancels an order; empty if it was taken out. */
    public Optional<Rejection> cancel(
            Settlement settlement, long now, BookMarket market, int participant, long clientOrderId) {
        if (!Matching.isClientOrderId(clientOrderId)) {
            return Optional.of(Rejection.UNKNOWN_ORDER);
        }
        if (stops.cancel(settlement, now, market, participant, clientOrderId)) {
            return Optional.empty();
        }
        Matching matching = new Matching(settlement, now, market, fees, place, Side.BUY, 0);
        OrderStatus status = market.book().cancel(Matching.orderId(participant, clientOrderId), matching);
        matching.close();
        return status.isRejection() ? Optional.of(rejection(status)) : Optional.empty();
    }

    /** Cancels all orders of a participant on the market, bids first, best price first, oldest first, then its stop orders. */
    public void cancelAll(Settlement settlement, long now, BookMarket market, int participant) {
        Matching matching = new Matching(settlement, now, market, fees, place, Side.BUY, 0);
        OrderIds ids = new OrderIds();
        market.book().forEachOrder(participant, ids);
        for (int i = 0; i < ids.count(); i++) {
            market.book().cancel(ids.get(i), matching);
        }
        matching.close();
        stops.cancelAll(settlement, now, market, participant);
    }

    /** Changes an open order; empty if it was changed. */
    public Optional<Rejection> replace(
            Settlement settlement, long now, BookMarket market, int participant, MarketCommand.ReplaceOrder order) {
        long id = Matching.orderId(participant, order.clientOrderId());
        OrderBook book = market.book();
        if (!Matching.isClientOrderId(order.clientOrderId()) || !book.contains(id)) {
            return Optional.of(Rejection.UNKNOWN_ORDER);
        } else if (order.lots() <= 0) {
            return Optional.of(Rejection.INVALID_LOTS);
        } else if (order.priceTicks() <= 0 || !market.fits(order.priceTicks(), order.lots())) {
            return Optional.of(Rejection.INVALID_PRICE);
        }
        Side side = book.side(id);
        long oldPrice = book.priceTicks(id);
        long oldLots = book.lots(id);
        Matching matching = new Matching(settlement, now, market, fees, place, side, order.priceTicks());
        matching.release(participant, side, oldPrice, oldLots);
        if (!matching.hold(participant, side, order.priceTicks(), order.lots())) {
            rehold(matching, participant, side, oldPrice, oldLots);
            matching.close();
            return Optional.of(Rejection.INSUFFICIENT_BALANCE);
        }
        OrderStatus status = order.postOnly()
                ? book.replacePostOnly(id, order.priceTicks(), order.lots(), matching)
                : book.replace(id, order.priceTicks(), order.lots(), matching);
        if (status.isRejection()) {
            matching.release(participant, side, order.priceTicks(), order.lots());
            rehold(matching, participant, side, oldPrice, oldLots);
        }
        matching.close();
        if (status.isRejection()) {
            return Optional.of(rejection(status));
        }
        reportRest(settlement, now, market, participant, order.clientOrderId());
        triggerStops(settlement, now, market);
        return Optional.empty();
    }

    /**
     * Marks a market of derivatives, which settles its positions, pays funding and liquidates where that is due.
     *
     * @param indexTicks price of what it is a derivative of
     * @param impactLots size of the order whose prices make its premium
     */
    public void mark(Settlement settlement, long now, BookMarket market, long indexTicks, long impactLots) {
        new Marking(settlement, now, market, fees, place, this).at(indexTicks, impactLots);
        triggerStops(settlement, now, market);
    }

    /** What stands behind a participant's position in a market of derivatives. */
    public MarginFigures figures(Settlement settlement, BookMarket market, int participant) {
        Margins margins = new Margins(settlement, market, place);
        return new MarginFigures(
                margins.balance(participant), margins.equity(participant), margins.liquidationPriceTicks(participant));
    }

    /** The most lots that a participant could order on a side of a market of derivatives at a price, beside the orders that it has. */
    public long orderableLots(Settlement settlement, BookMarket market, int participant, Side side, long priceTicks) {
        return new MarginClearing(new Margins(settlement, market, place), fees)
                .orderableLots(participant, side, priceTicks);
    }

    /** Cancels all orders of a participant on all markets that share the margin of one. */
    void cancelOrders(Settlement settlement, long now, BookMarket market, int participant) {
        market.pool().forEach(each -> cancelAll(settlement, now, each, participant));
    }

    private static void rehold(Matching matching, int participant, Side side, long priceTicks, long lots) {
        if (!matching.hold(participant, side, priceTicks, lots)) {
            throw new IllegalStateException("could not hold again " + lots + " lots of participant " + participant);
        }
    }

    private static void reportRest(
            Settlement settlement, long now, BookMarket market, int participant, long clientOrderId) {
        OrderBook book = market.book();
        long id = Matching.orderId(participant, clientOrderId);
        if (book.contains(id)) {
            settlement
                    .log()
                    .emit(new BookEvent.OrderRested(
                            now,
                            market.venue(),
                            participant,
                            clientOrderId,
                            book.side(id),
                            book.priceTicks(id),
                            book.lots(id)));
        }
    }

    private static Rejection rejection(OrderStatus status) {
        return switch (status) {
            case REJECTED_POST_ONLY -> Rejection.POST_ONLY_WOULD_TAKE;
            case REJECTED_FOK -> Rejection.FILL_OR_KILL_NOT_FILLED;
            case REJECTED_CAPACITY -> Rejection.BOOK_FULL;
            case DUPLICATE_ORDER -> Rejection.DUPLICATE_ORDER;
            case UNKNOWN_ORDER -> Rejection.UNKNOWN_ORDER;
            case INVALID_LOTS -> Rejection.INVALID_LOTS;
            case ACCEPTED, FILLED, PARTIALLY_FILLED, PARTIALLY_FILLED_THEN_CANCELLED, CANCELLED ->
                throw new IllegalArgumentException("no rejection: " + status);
        };
    }
}
