package catallaxy.environment.market.role;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.OwnOrders;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Gateway;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.trading.BookQuote;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Means;
import catallaxy.environment.market.trading.Taker;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The way of a halted seat to the quote asset, in steps that move no price by more than 2 %.
 *
 * <p>Each step cancels the open orders on all books and sells at each place, on the first of the given venues there that
 * takes it, what can be sold of its base asset within 2 % of the present price and, in a pool, 4 % of the mark: pools recover
 * only if somebody buys, so steps that looked at the pool alone would press it ever lower. Venues against other assets than the
 * quote asset are left out. What is reserved for gas, and dust, stays.
 */
public final class Flattening {
    private static final double MAX_IMPACT = 0.02;
    private static final double MAX_DISCOUNT = 0.04;

    private final EngineSpec engine;
    private final int[] venues;
    private final int[] books;

    /**
     * Sells what a seat has.
     *
     * @param venues on which it may sell, the preferred first
     */
    public Flattening(EngineSpec spec, List<Integer> venues) {
        this.engine = spec;
        this.books = IntStream.range(0, spec.venues().size())
                .filter(venue -> spec.venues().get(venue) instanceof VenueSpec.Book)
                .toArray();
        this.venues = venues.stream()
                .distinct()
                .filter(venue -> spec.venues().get(venue).quote() == spec.quoteAsset())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Takes the next step; sends nothing where it has nothing left to do. */
    public void step(MarketView market, Gateway gateway, Seat seat) {
        for (int book : books) {
            if (orders(market, seat, book).count() > 0) {
                gateway.submit(new MarketCommand.CancelAllOrders(book));
            }
        }
        for (int i = 0; i < venues.length; i++) {
            if (!soldBefore(market, seat.participant(), i) && !waiting(market, seat, venues[i])) {
                sell(market, gateway, seat, venues[i]);
            }
        }
    }

    private static void sell(MarketView market, Gateway gateway, Seat seat, int venue) {
        if (owned(market, seat, venue) < 0) {
            buyBack(market, gateway, seat, venue);
            return;
        }
        double base = StrictMath.min(owned(market, seat, venue), bearable(market, seat.participant(), venue));
        if (base >= dust(market, venue)) {
            Taker.sell(market, gateway, venue, base, MAX_IMPACT, seat.nextOrderId());
        }
    }

    /** Closes a short position as far as the book gives it without much impact. */
    private static void buyBack(MarketView market, Gateway gateway, Seat seat, int venue) {
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        double limit = BookQuote.best(book, seat.participant(), Side.SELL) * (1 + MAX_IMPACT);
        double base = StrictMath.min(
                -owned(market, seat, venue), BookQuote.depth(book, seat.participant(), Side.SELL, limit));
        Taker.order(market, gateway, venue, Side.BUY, base, limit, seat.nextOrderId());
    }

    /** Whether nothing is open, under way, or left to sell. */
    public boolean done(MarketView market, Seat seat) {
        for (int book : books) {
            if (orders(market, seat, book).count() > 0) {
                return false;
            }
        }
        for (int venue : venues) {
            if (waiting(market, seat, venue) || StrictMath.abs(owned(market, seat, venue)) >= dust(market, venue)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an earlier venue of the list sells the same asset at the same place. */
    private boolean soldBefore(MarketView market, int participant, int index) {
        for (int i = 0; i < index; i++) {
            boolean same = !Means.isMargined(market, venues[i])
                    && !Means.isMargined(market, venues[index])
                    && engine.placeOfVenue(venues[i]) == engine.placeOfVenue(venues[index])
                    && engine.venues().get(venues[i]).base()
                            == engine.venues().get(venues[index]).base();
            if (same && bearable(market, participant, venues[i]) >= dust(market, venues[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean waiting(MarketView market, Seat seat, int venue) {
        return market.map().isOnChain(venue)
                ? market.dealings(seat.participant())
                                .pending(market.map().venue(venue).place())
                        > 0
                : orders(market, seat, venue).lotsUnderWay(Side.SELL) > 0
                        || orders(market, seat, venue).lotsUnderWay(Side.BUY) > 0;
    }

    private static OwnOrders orders(MarketView market, Seat seat, int book) {
        return market.offered(book, LimitOrderBook.class).orders(seat.participant());
    }

    /** What is to be sold: free base, or a position, negative of a short one. */
    private static double owned(MarketView market, Seat seat, int venue) {
        if (Means.isMargined(market, venue)) {
            return Means.inventory(market, seat.participant(), venue);
        }
        int place = market.map().venue(venue).place();
        return Gas.spendable(
                market, seat.participant(), place, market.map().venue(venue).base());
    }

    private static double bearable(MarketView market, int participant, int venue) {
        if (market.map().isOnChain(venue)) {
            int base = market.map().venue(venue).base();
            Quoting quotes = market.offered(venue, Quoting.class);
            double least = market.prices().atVenues(base) * (1 - MAX_DISCOUNT);
            return StrictMath.min(quotes.inForDrop(base, MAX_IMPACT), quotes.inTo(base, least));
        }
        LimitOrderBook book = market.offered(venue, LimitOrderBook.class);
        double bid = BookQuote.best(book, participant, Side.BUY);
        return BookQuote.depth(book, participant, Side.BUY, bid * (1 - MAX_IMPACT));
    }

    /** Less than this is not worth a transaction: a lot, or a millionth of the pool. */
    private static double dust(MarketView market, int venue) {
        return market.map().isOnChain(venue)
                ? market.offered(venue, Quoting.class)
                        .dust(market.map().venue(venue).base())
                : market.offered(venue, LimitOrderBook.class).lotSize();
    }
}
