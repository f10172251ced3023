package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.command.TimeInForce;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.Ticks;

/**
 * Takes a position of a target leverage: an immediate-or-cancel order for what is missing, or for what is too much, at most the size of
 * the arrival, at most {@value #MAX_SLIPPAGE} from the mark.
 */
record LeveragedTrading(LeveragedSpec spec) implements Act {
    private static final double MAX_SLIPPAGE = 0.01;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        int venue = account.draw(spec.venues());
        double size = GroupAccount.inQuoteOf(market, venue, account.draw(spec.tradeSize()));
        boolean cuts = account.random().nextBoolean(spec.cutShare());
        MarginMarket positions = market.offered(venue, MarginMarket.class);
        int sign = spec.side() == PositionSide.LONG ? 1 : -1;
        double held = sign * positions.position(account.participant()) * positions.mark();
        double missing = spec.leverage() * means(market, account, venue, positions) - held;
        if (missing > 0) {
            order(market, account, venue, spec.side().opening(), StrictMath.min(size, missing));
        } else if (cuts) {
            order(market, account, venue, spec.side().opening().opposite(), StrictMath.min(size, -missing));
        }
    }

    /** What stands behind the position, or could: margin and what is free. */
    private static double means(MarketEngine market, GroupAccount account, int venue, MarginMarket positions) {
        int place = market.spec().placeOfVenue(venue);
        int quote = market.spec().venues().get(venue).quote();
        return positions.margin(account.participant()) + account.spendable(market, place, quote);
    }

    private static void order(MarketEngine market, GroupAccount account, int venue, Side side, double quote) {
        MarginMarket positions = market.offered(venue, MarginMarket.class);
        LimitOrderBook book = market.limitOrders(venue);
        double limit = positions.mark() * (side == Side.BUY ? 1 + MAX_SLIPPAGE : 1 - MAX_SLIPPAGE);
        double base = StrictMath.min(quote / positions.mark(), positions.orderable(account.participant(), side, limit));
        account.place(
                market,
                venue,
                side,
                TimeInForce.IOC,
                StrictMath.max(1, Ticks.of(book, side, limit)),
                book.toLots(base));
    }
}
