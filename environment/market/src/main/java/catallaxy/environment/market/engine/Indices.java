package catallaxy.environment.market.engine;

import catallaxy.environment.market.margin.IndexSource;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.stream.IntStream;

/** The prices of what the market's derivatives are derivatives of, in ticks of theirs. */
final class Indices {
    private Indices() {}

    /** The index of a market of derivatives, from where its scenario says. */
    static long ticks(EngineView market, int venue, IndexSource source) {
        double[] prices = source == IndexSource.WORLD ? new double[0] : prices(market, venue);
        return prices.length == 0 ? inWorld(market.state, venue) : market.toTicks(venue, median(prices));
    }

    /** The world's price. */
    static long inWorld(MarketState state, int venue) {
        VenueSpec spec = state.layout.spec().venues().get(venue);
        double price = state.settlement.mark(spec.base()) / state.settlement.mark(spec.quote());
        return state.layout.units().toTicks(venue, price);
    }

    /** What the venues show at which the same two assets are exchanged, sorted. */
    private static double[] prices(EngineView market, int venue) {
        VenueSpec own = market.spec().venues().get(venue);
        return IntStream.range(0, market.spec().venues().size())
                .filter(other -> exchanges(market, other, own))
                .mapToDouble(market::price)
                .sorted()
                .toArray();
    }

    private static boolean exchanges(EngineView market, int venue, VenueSpec own) {
        VenueSpec spec = market.spec().venues().get(venue);
        boolean shows = switch (spec) {
            case VenueSpec.Book book -> book.derivative().isEmpty();
            case VenueSpec.OnChain _ -> market.seenVenues().quoting(venue) != null;
        };
        return shows && spec.base() == own.base() && spec.quote() == own.quote();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
