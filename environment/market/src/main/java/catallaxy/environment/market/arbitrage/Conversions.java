package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import java.util.ArrayList;
import java.util.List;

/** What can be turned into what in a market: the edges of the graph of assets at places. Pure functions. */
public final class Conversions {
    private Conversions() {}

    /**
     * All conversions of a market as a participant may use them, in the order of venues, bridges and stocks: swaps at venues that quote,
     * takes from books, transfers over bridges, and what it has elsewhere. Places that stand still are left out.
     */
    public static List<Conversion> of(MarketView market, int participant) {
        List<Conversion> all = new ArrayList<>();
        for (int venue = 0; venue < market.map().venues().size(); venue++) {
            if (!market.isHalted(market.map().venue(venue).place())) {
                addVenue(market, participant, venue, all);
            }
        }
        for (int asset = 0; asset < market.map().assets().size(); asset++) {
            addMoves(market, participant, asset, all);
        }
        return all;
    }

    private static void addVenue(MarketView market, int participant, int venue, List<Conversion> all) {
        MarketMap.Venue seen = market.map().venue(venue);
        if (market.venue(venue, LimitOrderBook.class).isPresent()) {
            all.add(new BookTake(market, participant, venue, Side.BUY));
            all.add(new BookTake(market, participant, venue, Side.SELL));
        } else if (market.venue(venue, Quoting.class).isPresent()) {
            all.add(new VenueSwap(market, venue, seen.base()));
            all.add(new VenueSwap(market, venue, seen.quote()));
        }
    }

    private static void addMoves(MarketView market, int participant, int asset, List<Conversion> all) {
        int places = market.map().places().size();
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                if (from != to && !market.isHalted(from) && !market.isHalted(to)) {
                    addMoves(market, participant, asset, from, to, all);
                }
            }
        }
    }

    private static void addMoves(
            MarketView market, int participant, int asset, int from, int to, List<Conversion> all) {
        if (market.map().isChain(from) && market.map().isChain(to)) {
            for (int bridge = 0; bridge < market.bridges().size(); bridge++) {
                if (market.bridges().get(bridge).carries(asset, from, to)) {
                    all.add(new BridgeCrossing(market, bridge, asset, from, to));
                }
            }
        }
        OwnStock stock = new OwnStock(market, participant, asset, from, to);
        if (stock.rate() > 0) {
            all.add(stock);
        }
    }
}
