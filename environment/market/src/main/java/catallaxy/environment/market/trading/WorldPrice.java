package catallaxy.environment.market.trading;

import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;

/** The world's price on a venue: whole quote units per whole base unit of its pair. */
public final class WorldPrice {
    private WorldPrice() {}

    /** NaN or infinite where the world does not know one of the assets. */
    public static double of(MarketView market, int venue) {
        MarketMap.Venue pair = market.map().venue(venue);
        return market.prices().inWorld(pair.base()) / market.prices().inWorld(pair.quote());
    }
}
