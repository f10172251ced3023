package catallaxy.environment.market.trading;

import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;

/** The world's price on a venue: whole quote units per whole base unit of its pair. */
public final class WorldPrice {
    private WorldPrice() {}

    /** NaN or infinite where the world does not know one of the assets. */
    public static double of(MarketEngine market, int venue) {
        VenueSpec spec = market.spec().venues().get(venue);
        return market.worldPrice(spec.base()) / market.worldPrice(spec.quote());
    }
}
