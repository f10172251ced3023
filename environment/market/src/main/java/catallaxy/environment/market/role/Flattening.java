package catallaxy.environment.market.role;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.BookQuote;
import catallaxy.environment.market.trading.Gas;
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
final class Flattening {
    private static final double MAX_IMPACT = 0.02;
    private static final double MAX_DISCOUNT = 0.04;

    private final int[] venues;
    private final int[] books;

    Flattening(EngineSpec spec, List<Integer> venues) {
        this.books = IntStream.range(0, spec.venues().size())
                .filter(venue -> spec.venues().get(venue) instanceof VenueSpec.Book)
                .toArray();
        this.venues = venues.stream()
                .distinct()
                .filter(venue -> spec.venues().get(venue).quote() == spec.quoteAsset())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void step(MarketEngine market, Seat seat) {
        for (int book : books) {
            if (market.openOrders(seat.participant(), book) > 0) {
                market.submit(seat.participant(), new MarketCommand.CancelAllOrders(book));
            }
        }
        for (int i = 0; i < venues.length; i++) {
            if (!soldBefore(market, seat.participant(), i) && !waiting(market, seat, venues[i])) {
                sell(market, seat, venues[i]);
            }
        }
    }

    private static void sell(MarketEngine market, Seat seat, int venue) {
        double base = StrictMath.min(owned(market, seat, venue), bearable(market, seat.participant(), venue));
        if (base >= dust(market, venue)) {
            Taker.sell(market, seat.participant(), venue, base, MAX_IMPACT, seat.nextOrderId());
        }
    }

    /** Whether nothing is open, under way, or left to sell. */
    boolean done(MarketEngine market, Seat seat) {
        for (int book : books) {
            if (market.openOrders(seat.participant(), book) > 0) {
                return false;
            }
        }
        for (int venue : venues) {
            if (waiting(market, seat, venue) || owned(market, seat, venue) >= dust(market, venue)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an earlier venue of the list sells the same asset at the same place. */
    private boolean soldBefore(MarketEngine market, int participant, int index) {
        EngineSpec spec = market.spec();
        for (int i = 0; i < index; i++) {
            boolean same = spec.placeOfVenue(venues[i]) == spec.placeOfVenue(venues[index])
                    && spec.venues().get(venues[i]).base()
                            == spec.venues().get(venues[index]).base();
            if (same && bearable(market, participant, venues[i]) >= dust(market, venues[i])) {
                return true;
            }
        }
        return false;
    }

    private static boolean waiting(MarketEngine market, Seat seat, int venue) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain pool -> market.pendingTransactions(seat.participant(), pool.chain()) > 0;
            case VenueSpec.Book _ -> market.lotsUnderWay(seat.participant(), venue, Side.SELL) > 0;
        };
    }

    private static double owned(MarketEngine market, Seat seat, int venue) {
        int place = market.spec().placeOfVenue(venue);
        return Gas.spendable(
                market,
                seat.participant(),
                place,
                market.spec().venues().get(venue).base());
    }

    private static double bearable(MarketEngine market, int participant, int venue) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain pool -> {
                Quoting quotes = market.quoting(venue);
                double least = market.priceAtVenues(pool.base()) * (1 - MAX_DISCOUNT);
                yield StrictMath.min(quotes.inForDrop(pool.base(), MAX_IMPACT), quotes.inTo(pool.base(), least));
            }
            case VenueSpec.Book _ -> {
                double bid = BookQuote.best(market, participant, venue, Side.BUY);
                yield BookQuote.depth(market, participant, venue, Side.BUY, bid * (1 - MAX_IMPACT));
            }
        };
    }

    /** Less than this is not worth a transaction: a lot, or a millionth of the pool. */
    private static double dust(MarketEngine market, int venue) {
        return switch (market.spec().venues().get(venue)) {
            case VenueSpec.OnChain pool -> market.quoting(venue).dust(pool.base());
            case VenueSpec.Book _ -> market.lotSize(venue);
        };
    }
}
