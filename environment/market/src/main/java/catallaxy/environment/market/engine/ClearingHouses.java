package catallaxy.environment.market.engine;

import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.exchange.ClearingHouse;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.margin.MarginMode;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The clearing houses of a scenario: one for each market with isolated margin, and one for all cross-margined markets of an exchange
 * with the same quote asset, in the order of their first markets. Immutable; shared by all forks.
 */
final class ClearingHouses {
    private final List<ClearingHouse> houses = new ArrayList<>();
    /** {@code [houses]}: their venues. */
    private final List<List<Integer>> venues;

    /** Opens pots and funds. */
    ClearingHouses(EngineSpec spec, Ledger ledger) {
        Map<String, List<Integer>> groups = groups(spec);
        venues = List.copyOf(groups.values());
        groups.forEach((id, members) -> {
            VenueSpec.Book first = (VenueSpec.Book) spec.venues().get(members.getFirst());
            MarginMode mode = first.derivative().orElseThrow().margin().margin();
            int pot = ledger.openAccount(id + "/pot");
            houses.add(new ClearingHouse(id, houses.size(), mode, pot, ledger.openAccount(id + "/insurance")));
        });
    }

    /** Their names, in their order. */
    static List<String> names(EngineSpec spec) {
        return List.copyOf(groups(spec).keySet());
    }

    private static Map<String, List<Integer>> groups(EngineSpec spec) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int venue = 0; venue < spec.venues().size(); venue++) {
            if (spec.venues().get(venue) instanceof VenueSpec.Book book
                    && book.derivative().isPresent()) {
                groups.computeIfAbsent(name(spec, book), id -> new ArrayList<>())
                        .add(venue);
            }
        }
        return groups;
    }

    private static String name(EngineSpec spec, VenueSpec.Book book) {
        boolean isCross = book.derivative().orElseThrow().margin().margin() == MarginMode.CROSS;
        String of = isCross
                ? spec.exchanges().get(book.exchange()).id() + "/"
                        + spec.assets().get(book.quote()).symbol()
                : book.id();
        return of + "/margin";
    }

    /** Puts each market of derivatives in the hands of its house. */
    void secure(MarketLayout layout, BookMarket[] books) {
        for (ClearingHouse house : houses) {
            List<BookMarket> pool = venues.get(house.index()).stream()
                    .map(venue -> books[layout.bookIndex(venue)])
                    .toList();
            pool.forEach(each -> each.secure(house, pool));
        }
    }

    /** Fills the insurance funds and marks each market at the world's price. */
    static void open(MarketState state) {
        for (int venue : state.layout.derivativeVenues()) {
            BookMarket market = state.book(venue);
            double insurance = market.margined().spec().margin().insuranceQuote();
            int quote = market.spec().quote();
            int place = state.layout.spec().placeOfVenue(venue);
            Genesis.endow(
                    state,
                    market.house().fund(),
                    place,
                    quote,
                    state.layout.units().toUnits(quote, insurance));
            market.margined().open(Indices.inWorld(state, venue));
        }
    }
}
