package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.BookListener;
import catallaxy.environment.market.book.CancelReason;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;

/**
 * One command being matched: holds and releases funds, and settles each match the moment it happens. Lives as long as
 * the command.
 */
final class Matching implements BookListener {
    private static final int ORDER_ID_BITS = 40;
    private static final long ORDER_ID_MASK = (1L << ORDER_ID_BITS) - 1;

    private final Settlement settlement;
    private final long now;
    private final BookMarket market;
    private final Fees fees;
    private final int place;
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
        this.settlement = settlement;
        this.now = now;
        this.market = market;
        this.fees = fees;
        this.place = place;
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
        return move(free(participant), held(participant), side, priceTicks, lots);
    }

    /** Gives back what lots of an order held. */
    void release(int participant, Side side, long priceTicks, long lots) {
        require(move(held(participant), free(participant), side, priceTicks, lots), "release", participant);
    }

    private boolean move(int from, int to, Side side, long priceTicks, long lots) {
        Ledger ledger = settlement.ledger();
        if (side == Side.BUY) {
            return ledger.transfer(from, to, market.spec().quote(), market.buyHold(priceTicks, lots, fees.holdPips()));
        }
        return transferLots(from, to, lots);
    }

    private boolean transferLots(int from, int to, long lots) {
        long units = market.spec().lotUnits();
        return settlement
                .ledger()
                .transfer(from, to, market.spec().base(), Math.multiplyHigh(units, lots), units * lots);
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
            settle(takerOwner, makerOwner, takerPriceTicks, lots, notional, takerFee, makerFee);
        } else {
            settle(makerOwner, takerOwner, priceTicks, lots, notional, makerFee, takerFee);
        }
        settlement.traded(market.venue(), notional * unitMark());
        count(makerOwner, notional, makerFee);
        count(takerOwner, notional, takerFee);
        settlement
                .log()
                .emit(new MarketEvent.OrderFilled(
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

    private void settle(
            int buyer, int seller, long heldPriceTicks, long lots, long notional, long buyerFee, long sellerFee) {
        Ledger ledger = settlement.ledger();
        int quote = market.spec().quote();
        long surplus = market.buyHold(heldPriceTicks, lots, fees.holdPips()) - notional - buyerFee;
        boolean settled = transferLots(held(seller), free(buyer), lots)
                && ledger.transfer(held(buyer), free(seller), quote, notional)
                && ledger.transfer(held(buyer), fees.account(), quote, buyerFee)
                && ledger.transfer(held(buyer), free(buyer), quote, surplus)
                && ledger.transfer(free(seller), fees.account(), quote, sellerFee);
        require(settled, "settle a match with " + seller, buyer);
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
                .emit(new MarketEvent.OrderCancelled(
                        now, market.venue(), owner, orderId & ORDER_ID_MASK, lots, reason.name()));
    }

    private int free(int participant) {
        return settlement.accounts().free(participant, place);
    }

    private int held(int participant) {
        return settlement.accounts().held(participant);
    }

    private void require(boolean done, String what, int participant) {
        if (!done) {
            throw new IllegalStateException("could not " + what + " for "
                    + settlement.accounts().name(participant) + " at " + now + " ns on venue " + market.venue());
        }
    }
}
