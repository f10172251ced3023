package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Clearing of a derivative: an order needs margin, and a match changes two positions. Both are settled at the mark at once: whoever
 * bought above it pays the difference to whoever sold. No money is held order by order; what all orders of a participant need together
 * is in its margin.
 */
final class MarginClearing implements Clearing {
    private static final int NOBODY = -1;
    /** Leaves room for what a price may rise. */
    private static final long MOST_WORTH = Long.MAX_VALUE / 1_000;

    private final Margins margins;
    private final Matching.Fees fees;
    private final int liquidated;
    private final SortedSet<Integer> touched = new TreeSet<>();
    /** What the command adds to the orders of its sender that are in the book. */
    private OrderNeeds pending = OrderNeeds.NONE;

    MarginClearing(Margins margins, Matching.Fees fees) {
        this(margins, fees, NOBODY);
    }

    /** @param liquidated whose losses the insurance fund bears where its margin does not */
    MarginClearing(Margins margins, Matching.Fees fees, int liquidated) {
        this.margins = margins;
        this.fees = fees;
        this.liquidated = liquidated;
    }

    @Override
    public boolean hold(int participant, Side side, long priceTicks, long lots) {
        BookMarket market = margins.market();
        touched.add(participant);
        if (margins.positions().isSettled() || isTooLarge(participant, priceTicks, lots)) {
            return false;
        }
        OrderNeeds with = pending.plus(OrderNeeds.of(market, fees.holdPips(), side, priceTicks, lots));
        if (!with.equals(OrderNeeds.NONE)) {
            OrderNeeds needs =
                    OrderNeeds.of(market, fees.holdPips(), participant).plus(with);
            if (!margins.raise(
                    participant, margins.needed(participant, needs, margins.others(participant, fees.holdPips())))) {
                return false;
            }
        }
        pending = with;
        return true;
    }

    /** The most lots that could be held on a side at a price now. */
    long orderableLots(int participant, Side side, long priceTicks) {
        long least = 0;
        long most = margins.positions().isSettled() ? 0 : mostLots(priceTicks);
        long means = margins.means(participant);
        OrderNeeds standing = OrderNeeds.of(margins.market(), fees.holdPips(), participant);
        OrderNeeds perLot = OrderNeeds.of(margins.market(), fees.holdPips(), side, priceTicks, 1);
        Margins.Others others = margins.others(participant, fees.holdPips());
        while (least < most) {
            long lots = most - (most - least) / 2;
            boolean held = !isTooLarge(participant, priceTicks, lots)
                    && margins.needed(participant, standing.plus(perLot.times(lots)), others) <= means;
            least = held ? lots : least;
            most = held ? most : lots - 1;
        }
        return least;
    }

    private long mostLots(long priceTicks) {
        long dearest = Math.max(priceTicks, margins.positions().mark().ticks())
                * margins.market().spec().quoteUnitsPerTickLot();
        return MOST_WORTH / dearest;
    }

    private boolean isTooLarge(int participant, long priceTicks, long lots) {
        BookMarket market = margins.market();
        long most = mostLots(priceTicks);
        long position = Math.abs(margins.positions().lots(participant));
        long open = Math.max(market.openLots(participant, Side.BUY), market.openLots(participant, Side.SELL));
        return lots > most || position > most - lots || open > most - lots - position;
    }

    @Override
    public void release(int participant, Side side, long priceTicks, long lots) {
        touched.add(participant);
        pending = pending.minus(OrderNeeds.of(margins.market(), fees.holdPips(), side, priceTicks, lots));
    }

    @Override
    public boolean settle(Trade trade, long heldTicks, long priceTicks, long lots) {
        long mark = margins.positions().mark().ticks();
        long difference = (priceTicks - mark) * margins.market().spec().quoteUnitsPerTickLot() * lots;
        boolean settled = difference >= 0
                ? pay(trade.buyer(), margins.account(trade.seller()), difference)
                : pay(trade.seller(), margins.account(trade.buyer()), -difference);
        margins.positions().trade(trade.buyer(), lots, priceTicks);
        margins.positions().trade(trade.seller(), -lots, priceTicks);
        touched.add(trade.buyer());
        touched.add(trade.seller());
        return settled
                && pay(trade.buyer(), fees.account(), trade.buyerFee())
                && pay(trade.seller(), fees.account(), trade.sellerFee());
    }

    private boolean pay(int participant, int to, long amount) {
        long missing = margins.take(participant, to, amount);
        return missing == 0 || (participant == liquidated && margins.insure(to, missing) == 0);
    }

    @Override
    public void close() {
        touched.remove(liquidated);
        touched.forEach(each -> margins.level(each, margins.kept(each, fees.holdPips())));
        touched.clear();
        pending = OrderNeeds.NONE;
    }
}
