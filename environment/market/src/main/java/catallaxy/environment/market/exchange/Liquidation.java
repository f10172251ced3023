package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.trace.MarketEvent.Detail;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a position is closed against its owner's will. Its owner's orders are cancelled, and an immediate-or-cancel order takes what the book
 * gives down to the price at which its margin and the insurance fund would be used up: the fund pays what the margin does not. From what
 * is left of the margin the fund gets the liquidation fee; the rest is the owner's. Where margin has tiers, the position is closed tier by
 * tier, and only until it has the margin that it needs.
 *
 * <p>What is left of a position whose loss at the mark is more than its margin and the fund is closed against positions of the other
 * side, which bear the rest of the loss lot by lot: those whose profit, as a share of what they cost, times their leverage is greatest
 * come first, those that lose last, and of equals the participant who came first. They have gained at least as much by the same mark.
 */
final class Liquidation {
    private final Settlement settlement;
    private final long now;
    private final BookMarket market;
    private final Matching.Fees fees;
    private final Exchange exchange;
    private final Margins margins;
    private final Positions positions;
    private final long[] gains;

    /** @param gains {@code [participants]}: what each is still to be paid at this marking, quote units; empty once that is done */
    Liquidation(
            Settlement settlement,
            long now,
            BookMarket market,
            Matching.Fees fees,
            Exchange exchange,
            Margins margins,
            long[] gains) {
        this.settlement = settlement;
        this.now = now;
        this.market = market;
        this.fees = fees;
        this.exchange = exchange;
        this.margins = margins;
        this.positions = market.margined();
        this.gains = gains;
    }

    /**
     * Closes as much as the book takes of a position with too little margin; where margin has tiers, first what lies in the uppermost, then
     * in the next, until the rest has the margin that it needs.
     */
    void liquidate(int participant) {
        exchange.cancelOrders(settlement, now, market, participant);
        boolean filled = stepDown(participant);
        while (filled && margins.isBelowMaintenance(participant)) {
            filled = stepDown(participant);
        }
        margins.level(participant, margins.kept(participant, fees.holdPips()));
    }

    /** Closes what lies in the uppermost tier of a position; whether the book took all of it. */
    private boolean stepDown(int participant) {
        long before = insurancePaid();
        long lots = positions.lots(participant);
        long asked = Math.abs(lots) - lotsBelow(participant);
        sell(participant, 0, asked);
        long closed = Math.abs(lots - positions.lots(participant));
        if (closed > 0) {
            long fee = chargeFee(participant, closed);
            positions.tally().liquidated(closed);
            tell(
                    participant,
                    "liquidated",
                    lots,
                    closed,
                    List.of(
                            quote(market, "fee", fee),
                            quote(market, "insured", insurancePaid() - before),
                            Detail.number("mark-ticks", positions.mark().ticks())));
        }
        return closed == asked;
    }

    /** Lots of a position that lie below its uppermost tier. */
    private long lotsBelow(int participant) {
        long floor = positions.spec().margin().floorBelow(positions.worth(participant));
        return floor / positions.worth(1, positions.mark().ticks());
    }

    /**
     * Closes all of a position whose loss is more than its margin.
     *
     * @param debt   what is missing of its loss, quote units
     * @param onBook whether the book is asked first
     */
    void close(int participant, long debt, boolean onBook) {
        long before = insurancePaid();
        long lots = positions.lots(participant);
        if (onBook) {
            sell(participant, debt, Math.abs(lots));
        }
        long closed = Math.abs(lots - positions.lots(participant));
        long missing = margins.take(participant, margins.house().pot(), debt);
        missing = margins.insure(margins.house().pot(), missing);
        positions.tally().liquidated(Math.abs(lots));
        tell(
                participant,
                "liquidated",
                lots,
                closed,
                List.of(
                        quote(market, "fee", 0),
                        quote(market, "insured", insurancePaid() - before),
                        Detail.number("mark-ticks", positions.mark().ticks())));
        if (positions.lots(participant) != 0) {
            deleverage(participant, missing);
        }
        margins.level(participant, margins.kept(participant, fees.holdPips()));
    }

    private long insurancePaid() {
        return positions.tally().insurancePaid();
    }

    /** Sends the order; its limit is where margin and fund together would be used up by the whole position. */
    private void sell(int participant, long debt, long count) {
        long lots = positions.lots(participant);
        long means = Math.min(margins.equity(participant), Long.MAX_VALUE / 4) + margins.insurance() - debt;
        long perTick = market.spec().quoteUnitsPerTickLot();
        long ticks = Math.floorDiv(Math.floorDiv(means, Math.abs(lots)), perTick);
        long mark = positions.mark().ticks();
        Side side = lots > 0 ? Side.SELL : Side.BUY;
        long limit = side == Side.SELL ? mark - Math.min(ticks, mark - 1) : mark + Math.min(ticks, mark);
        if (limit < 1 || lots == 0) {
            return;
        }
        Matching.Fees withoutFee = new Matching.Fees(fees.makerPips(), 0, fees.account());
        Clearing clearing = new MarginClearing(margins, fees, participant);
        Matching matching = new Matching(settlement, now, market, withoutFee, clearing, side, limit);
        long id = Matching.orderId(participant, Matching.LAST_CLIENT_ORDER_ID);
        market.book().limit(id, participant, side, limit, count, TimeInForce.IOC, matching);
        matching.close();
    }

    private long chargeFee(int participant, long closed) {
        long worth = positions.worth(closed, positions.mark().ticks());
        long fee = Math.min(positions.spec().margin().liquidationFee(worth), margins.equity(participant));
        margins.take(participant, margins.house().pot(), fee);
        margins.emptyPot();
        return fee;
    }

    /** Closes what is left of a position against others, which bear its debt. */
    private void deleverage(int participant, long debt) {
        long lots = positions.lots(participant);
        long left = Math.abs(lots);
        long whole = left;
        long borne = 0;
        for (int other : ranked(Long.signum(lots))) {
            long closed = Math.min(left, Math.abs(positions.lots(other)));
            left -= closed;
            long share = floor(debt, whole - left, whole) - borne;
            borne += share;
            bear(participant, other, closed * Long.signum(lots), share);
            if (left == 0) {
                return;
            }
        }
        throw new IllegalStateException("positions do not add up to zero on venue " + market.venue() + " at " + now);
    }

    private void bear(int participant, int other, long signedLots, long share) {
        if (share > gains[other]) {
            throw new IllegalStateException("a loss of " + share + " for "
                    + settlement.accounts().name(other) + ", who gained " + gains[other]);
        }
        gains[other] -= share;
        long mark = positions.mark().ticks();
        positions.trade(participant, -signedLots, mark);
        positions.trade(other, signedLots, mark);
        positions.tally().deleveraged(Math.abs(signedLots));
        tell(other, "deleveraged", -signedLots, Math.abs(signedLots), List.of(quote(market, "borne", share)));
    }

    /** Those with positions against a side, the first to be closed first. */
    private List<Integer> ranked(int side) {
        return IntStream.range(0, settlement.accounts().participants())
                .filter(each -> Long.signum(positions.lots(each)) == -side)
                .boxed()
                .sorted(Comparator.comparingDouble(this::rank).reversed())
                .toList();
    }

    /** Profit as a share of what the position cost, times leverage where it is one, divided by it where it is a loss. */
    double rank(int participant) {
        double profit = (double) positions.profit(participant) / Math.max(1, positions.entry(participant));
        double equity = (double) margins.equity(participant) + (gains.length > 0 ? gains[participant] : 0);
        double leverage = positions.worth(participant) / Math.max(1, equity);
        return profit > 0 ? profit * leverage : profit / leverage;
    }

    /** {@code amount · part / whole} rounded down. */
    static long floor(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    static Detail quote(BookMarket market, String name, long units) {
        return new Detail(name, market.spec().quote(), UInt256.of(units));
    }

    private void tell(int participant, String change, long position, long closed, List<Detail> details) {
        String side = position > 0 ? "long" : "short";
        Detail lots = Detail.number(side + "-lots", Math.abs(position));
        List<Detail> all = new ArrayList<>(List.of(lots, Detail.number("closed-lots", closed)));
        all.addAll(details);
        settlement.log().emit(new MarketEvent.VenueChanged(now, market.venue(), participant, change, all));
    }
}
