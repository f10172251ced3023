package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.MarginMarket;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import java.util.Optional;

/** What a participant has to trade with at a venue: assets that it may give, or margin for positions. Whole units. */
public final class Means {
    private Means() {}

    private static Optional<MarginMarket> margined(MarketView market, int venue) {
        return market.map().isOnChain(venue) ? Optional.empty() : market.venue(venue, MarginMarket.class);
    }

    /** Whether positions are traded at a venue, and not the base asset itself. */
    public static boolean isMargined(MarketView market, int venue) {
        return margined(market, venue).isPresent();
    }

    /** What a participant has of what a venue deals in: its position, negative of a short one, or its base asset everywhere. */
    public static double inventory(MarketView market, int participant, int venue) {
        return margined(market, venue)
                .map(each -> each.position(participant))
                .orElseGet(() -> market.holdings(participant)
                        .total(market.map().venue(venue).base()));
    }

    /** The most base that a participant could order on a side of a book at a price, its fee included. */
    public static double orderable(MarketView market, int participant, int venue, Side side, double price) {
        return margined(market, venue)
                .map(each -> each.orderable(participant, side, price))
                .orElseGet(() -> exchangeable(market, participant, venue, side, price));
    }

    private static double exchangeable(MarketView market, int participant, int venue, Side side, double price) {
        MarketMap.Venue pair = market.map().venue(venue);
        double dearer = 1 + market.offered(venue, LimitOrderBook.class).takerFeeRate();
        return side == Side.SELL
                ? Gas.spendable(market, participant, pair.place(), pair.base())
                : Gas.spendable(market, participant, pair.place(), pair.quote()) / (price * dearer);
    }
}
