package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.BookListener;
import catallaxy.environment.market.book.CancelReason;
import catallaxy.environment.market.trace.BookEvent;

/**
 * One command being matched: the market's clearing holds and releases what orders need, and settles each match the moment it happens.
 * Lives as long as the command.
 */
final class Matching implements BookListener {
    private static final int ORDER_ID_BITS = 40;
    private static final long ORDER_ID_MASK = (1L << ORDER_ID_BITS) - 1;

    /** The greatest number that a participant can choose. */
    static final long LAST_CLIENT_ORDER_ID = ORDER_ID_MASK;

    private final Settlement settlement;
    private final long now;
    private final BookMarket market;
    private final Fees fees;
    private final Clearing clearing;
    private final Side takerSide;
    private final long takerPriceTicks;

    /** What an exchange charges, and to which account. */
    record Fees(long makerPips, long takerPips, int account) {
        /** The rate at which buy orders hold the fee. */
        long holdPips() {
            return Math.max(makerPips, takerPips);
        }
    }

    Matching(
            Settlement settlement,
            long now,
            BookMarket market,
            Fees fees,
            int place,
            Side takerSide,
            long takerPriceTicks) {
        this(settlement, now, market, fees, Clearing.of(settlement, market, fees, place), takerSide, takerPriceTicks);
    }

    Matching(
            Settlement settlement,
            long now,
            BookMarket market,
            Fees fees,
            Clearing clearing,
            Side takerSide,
            long takerPriceTicks) {
        this.settlement = settlement;
        this.now = now;
        this.market = market;
        this.fees = fees;
        this.clearing = clearing;
        this.takerSide = takerSide;
        this.takerPriceTicks = takerPriceTicks;
    }

    /** The book's order id: the participant's number above its own order number. */
    static long orderId(int participant, long clientOrderId) {
        return (long) participant << ORDER_ID_BITS | clientOrderId;
    }

    /** The participant's own number in a book's order id. */
    static long clientOrderId(long orderId) {
        return orderId & ORDER_ID_MASK;
    }

    static boolean isClientOrderId(long id) {
        return (id & ~ORDER_ID_MASK) == 0;
    }

    /** Holds what an order needs; false if the participant does not own it. */
    boolean hold(int participant, Side side, long priceTicks, long lots) {
        return clearing.hold(participant, side, priceTicks, lots);
    }

    /** Gives back what lots of an order held. */
    void release(int participant, Side side, long priceTicks, long lots) {
        clearing.release(participant, side, priceTicks, lots);
    }

    /** Ends the command. */
    void close() {
        clearing.close();
    }

    @Override
    public void filled(
            long makerId,
            long takerId,
            int makerOwner,
            int takerOwner,
            long priceTicks,
            long lots,
            long makerRemaining) {
        market.tape().add(priceTicks, lots, takerSide);
        long notional = market.notional(priceTicks, lots);
        long makerFee = BookMarket.fee(notional, fees.makerPips());
        long takerFee = BookMarket.fee(notional, fees.takerPips());
        if (takerSide == Side.BUY) {
            settle(
                    new Clearing.Trade(takerOwner, makerOwner, notional, takerFee, makerFee),
                    takerPriceTicks,
                    priceTicks,
                    lots);
        } else {
            settle(
                    new Clearing.Trade(makerOwner, takerOwner, notional, makerFee, takerFee),
                    priceTicks,
                    priceTicks,
                    lots);
        }
        settlement.traded(market.venue(), notional * unitMark());
        count(makerOwner, notional, makerFee);
        count(takerOwner, notional, takerFee);
        settlement
                .log()
                .emit(new BookEvent.OrderFilled(
                        now,
                        market.venue(),
                        makerOwner,
                        takerOwner,
                        makerId & ORDER_ID_MASK,
                        takerId & ORDER_ID_MASK,
                        takerSide,
                        priceTicks,
                        lots,
                        makerFee,
                        takerFee));
    }

    private void settle(Clearing.Trade trade, long heldTicks, long priceTicks, long lots) {
        if (!clearing.settle(trade, heldTicks, priceTicks, lots)) {
            throw new IllegalStateException("could not settle a match of "
                    + settlement.accounts().name(trade.buyer()) + " with "
                    + settlement.accounts().name(trade.seller()) + " at " + now + " ns on venue " + market.venue());
        }
    }

    private void count(int participant, long notional, long fee) {
        double mark = unitMark();
        settlement.totals(participant).fill(notional * mark, fee * mark);
    }

    /** Quote units of a base unit of what the book is quoted in. */
    private double unitMark() {
        int quote = market.spec().quote();
        return settlement.mark(quote) / settlement.ledger().baseUnits(quote);
    }

    @Override
    public void cancelled(long orderId, int owner, Side side, long priceTicks, long lots, CancelReason reason) {
        release(owner, side, priceTicks, lots);
        settlement
                .log()
                .emit(new BookEvent.OrderCancelled(
                        now, market.venue(), owner, orderId & ORDER_ID_MASK, lots, reason.name()));
    }
}
