package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.book.OrderBook;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.MarketEvent.Detail;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One marking of a market of derivatives, step by step:
 *
 * <ol>
 *   <li>the mark follows from index and book;
 *   <li>positions that lose pay into the pot what their owners' margin has; orders that are no longer covered are cancelled;
 *   <li>positions whose losses are more than that are closed as {@link Liquidation} says: at the cost of the insurance fund, then
 *       against the positions that gain;
 *   <li>positions that gain are paid out of the pot, which then is empty;
 *   <li>funding is paid where it is due;
 *   <li>margins are levelled, and orders looked at again;
 *   <li>positions with less than the maintenance margin are liquidated. A future that ends is closed as a whole instead.
 * </ol>
 *
 * <p>Each step takes participants in their order. Lives as long as the event; the state is that of the market and the ledger.
 */
final class Marking {
    private final Settlement settlement;
    private final long now;
    private final BookMarket market;
    private final Matching.Fees fees;
    private final Exchange exchange;
    private final Margins margins;
    private final Positions positions;

    Marking(Settlement settlement, long now, BookMarket market, Matching.Fees fees, int place, Exchange exchange) {
        this.settlement = settlement;
        this.now = now;
        this.market = market;
        this.fees = fees;
        this.exchange = exchange;
        this.margins = new Margins(settlement, market, place);
        this.positions = market.margined();
    }

    /** @param impactLots size of the order whose prices make the premium */
    void at(long indexTicks, long impactLots) {
        if (positions.isSettled()) {
            return;
        }
        long index = Math.max(1, indexTicks);
        OrderBook book = market.book();
        long mark = positions.nextMark(now, index, ImpactPremium.ppb(book, index, impactLots));
        settleAt(mark);
        if (positions.isExpiring(now)) {
            expire();
            return;
        }
        if (positions.isFundingDue(now)) {
            payFunding();
        }
        BitSet withOrders = margins.withOrders();
        participants().forEach(each -> level(each, withOrders.get(each)));
        cancelUncovered();
        participants()
                .filter(margins::isBelowMaintenance)
                .forEach(each -> liquidation(new long[0]).liquidate(each));
    }

    private IntStream participants() {
        return IntStream.range(0, settlement.accounts().participants());
    }

    /** All positions move to a price. */
    private void settleAt(long mark) {
        int count = settlement.accounts().participants();
        long[] gains = new long[count];
        long[] debts = new long[count];
        for (int each = 0; each < count; each++) {
            long gain = positions.gain(each, mark);
            gains[each] = Math.max(0, gain);
            debts[each] = gain < 0 ? margins.take(each, margins.house().pot(), -gain) : 0;
        }
        positions.settledAt(mark);
        participants()
                .filter(each -> debts[each] > 0)
                .forEach(each -> exchange.cancelOrders(settlement, now, market, each));
        cancelUncovered();
        for (int each = 0; each < count; each++) {
            if (debts[each] > 0) {
                liquidation(gains).close(each, debts[each], !positions.isExpiring(now));
            }
        }
        for (int each = 0; each < count; each++) {
            margins.give(each, gains[each]);
        }
        margins.emptyPot();
    }

    private Liquidation liquidation(long[] gains) {
        return new Liquidation(settlement, now, market, fees, exchange, margins, gains);
    }

    /** Cancels the orders of those who, if they were filled, would be liquidated at once. */
    private void cancelUncovered() {
        margins.withOrders().stream().forEach(each -> {
            long needed = margins.least(each, fees.holdPips());
            if (margins.equity(each) < needed) {
                tell(each, "margin-called", List.of(quote("needed", needed), quote("has", margins.equity(each))));
                exchange.cancelOrders(settlement, now, market, each);
            }
        });
    }

    private void level(int participant, boolean hasOrders) {
        if (margins.house().isCross() && (positions.lots(participant) != 0 || hasOrders)) {
            margins.level(participant, margins.kept(participant, fees.holdPips()));
        }
    }

    /** Those who owe pay what they have; those who are owed share it in proportion, rounded down, and the fund has what is left. */
    private void payFunding() {
        long rate = positions.takeFunding();
        int count = settlement.accounts().participants();
        long owed = 0;
        long due = 0;
        long paid = 0;
        for (int each = 0; each < count; each++) {
            long funding = positions.funding(each, rate);
            owed += Math.max(0, -funding);
            due += Math.max(0, funding);
            paid += funding > 0 ? funding - margins.take(each, margins.house().pot(), funding) : 0;
        }
        for (int each = 0; each < count; each++) {
            long funding = -positions.funding(each, rate);
            margins.give(each, funding > 0 ? share(funding, Math.min(paid, owed), owed) : 0);
        }
        margins.emptyPot();
        positions.tally().funded(paid);
        tellFunding(rate, due, paid);
    }

    private void tellFunding(long rate, long due, long paid) {
        String who = rate >= 0 ? "longs-paid-funding" : "shorts-paid-funding";
        tell(
                MarketEvent.NOBODY,
                who,
                List.of(Detail.number("rate-ppb", Math.abs(rate)), quote("due", due), quote("paid", paid)));
    }

    /** {@code amount · part / whole} rounded down. */
    static long share(long amount, long part, long whole) {
        return part == whole ? amount : Liquidation.floor(amount, part, whole);
    }

    /** Ends the future: nobody has a position or an order any more, and all margin is free. */
    private void expire() {
        positions.settle();
        participants()
                .filter(each -> market.openLots(each, Side.BUY) > 0 || market.openLots(each, Side.SELL) > 0)
                .forEach(each -> exchange.cancelAll(settlement, now, market, each));
        participants().forEach(each -> margins.level(each, margins.kept(each, fees.holdPips())));
        tell(
                MarketEvent.NOBODY,
                "settled",
                List.of(Detail.number("price-ticks", positions.mark().ticks())));
    }

    private Detail quote(String name, long units) {
        return Liquidation.quote(market, name, units);
    }

    private void tell(int participant, String change, List<Detail> details) {
        settlement.log().emit(new MarketEvent.VenueChanged(now, market.venue(), participant, change, details));
    }
}
