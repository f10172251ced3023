package catallaxy.environment.market.exchange;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.margin.NaiveTiers;
import catallaxy.environment.market.margin.Positions;
import catallaxy.environment.market.trace.BookEvent;
import catallaxy.environment.market.trace.MarketEvent;
import java.math.BigInteger;

/**
 * What each participant must own, from the trace alone and without any margin account: what it had, less what it paid for each lot, plus
 * what its lots are worth at the mark, less fees, plus what others bore for it. Knows nothing of {@link Margins} or {@link Liquidation}.
 */
final class MarginTwin {
    private final BigInteger[] cash;
    private final long[][] lots;
    private int read;
    private int bankrupt = -1;

    MarginTwin(TestDerivatives market) {
        cash = new BigInteger[market.participants];
        lots = new long[market.participants][market.markets.size()];
        for (int who = 0; who < cash.length; who++) {
            cash[who] = BigInteger.valueOf(market.money(who));
        }
    }

    /** Takes in what has happened since. */
    void read(TestDerivatives market) {
        for (; read < market.events.size(); read++) {
            switch (market.events.get(read)) {
                case BookEvent.OrderFilled fill -> fill(fill);
                case MarketEvent.VenueChanged changed -> change(market, changed);
                default -> {}
            }
        }
    }

    private void fill(BookEvent.OrderFilled fill) {
        int sign = fill.takerSide() == Side.BUY ? 1 : -1;
        trade(fill.taker(), fill.venue(), sign * fill.lots(), fill.priceTicks());
        trade(fill.maker(), fill.venue(), -sign * fill.lots(), fill.priceTicks());
        add(fill.taker(), -fill.takerFee());
        add(fill.maker(), -fill.makerFee());
    }

    private void trade(int who, int venue, long signedLots, long ticks) {
        lots[who][venue] += signedLots;
        cash[who] = cash[who].subtract(BigInteger.valueOf(signedLots)
                .multiply(BigInteger.valueOf(ticks))
                .multiply(BigInteger.valueOf(TestDerivatives.UNITS)));
    }

    private void add(int who, long units) {
        cash[who] = cash[who].add(BigInteger.valueOf(units));
    }

    private void change(TestDerivatives market, MarketEvent.VenueChanged changed) {
        int who = changed.participant();
        long mark = market.markets.get(changed.venue()).margined().mark().ticks();
        switch (changed.change()) {
            case "liquidated" -> {
                add(who, TestDerivatives.detail(changed, "insured") - TestDerivatives.detail(changed, "fee"));
                bankrupt = who;
            }
            case "deleveraged" -> {
                long closed = TestDerivatives.detail(changed, "closed-lots");
                long signed = lots[who][changed.venue()] > 0 ? -closed : closed;
                long borne = TestDerivatives.detail(changed, "borne");
                trade(who, changed.venue(), signed, mark);
                trade(bankrupt, changed.venue(), -signed, mark);
                add(who, -borne);
                add(bankrupt, borne);
            }
            default -> {}
        }
    }

    /** What a participant must own. */
    BigInteger money(TestDerivatives market, int who) {
        BigInteger money = cash[who];
        for (int venue = 0; venue < lots[who].length; venue++) {
            long ticks = market.markets.get(venue).margined().mark().ticks();
            money = money.add(BigInteger.valueOf(lots[who][venue])
                    .multiply(BigInteger.valueOf(ticks))
                    .multiply(BigInteger.valueOf(TestDerivatives.UNITS)));
        }
        return money;
    }

    /** Below which all of a participant's positions are liquidated, by the formula that exchanges publish. */
    BigInteger maintenance(TestDerivatives market, int who) {
        BigInteger sum = BigInteger.ZERO;
        for (int venue = 0; venue < lots[who].length; venue++) {
            Positions positions = market.markets.get(venue).margined();
            long worth = Math.abs(lots[who][venue])
                    * TestDerivatives.UNITS
                    * positions.mark().ticks();
            sum = sum.add(NaiveTiers.margin(positions.spec().margin(), true, worth));
        }
        return sum;
    }

    long lots(int who, int venue) {
        return lots[who][venue];
    }
}
