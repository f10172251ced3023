package catallaxy.environment.market.engine;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;

/** The prices at which what a participant owns is valued; quote units. */
public enum Marks {
    /**
     * The world's prices, which nobody in the market moves; an asset that the world does not know has the price that venues
     * show. A pool is worth what its kind says that
     * it is at those prices, whatever its own: what no swap raises but by its fee.
     */
    WORLD {
        @Override
        public double price(EngineView market, int asset) {
            double price = asset == market.spec().quoteAsset() ? 1 : market.worldPrice(asset);
            return price > 0 ? price : market.priceAtVenues(asset);
        }

        @Override
        double pool(Liquidity pool, double basePrice, double quotePrice) {
            return pool.worthAt(basePrice, quotePrice);
        }
    },
    /** The prices that venues show at this moment, which a trade moves; a pool is worth its present reserves. */
    VENUES {
        @Override
        public double price(EngineView market, int asset) {
            return market.priceAtVenues(asset);
        }

        @Override
        double pool(Liquidity pool, double basePrice, double quotePrice) {
            return pool.base() * basePrice + pool.quote() * quotePrice;
        }
    };

    /** Quote units per whole unit of an asset. */
    public abstract double price(EngineView market, int asset);

    /** Worth of all shares of a pool at prices of its assets. */
    abstract double pool(Liquidity pool, double basePrice, double quotePrice);

    /** Worth of everything that a participant owns: free, held by open orders, on its way, in liquidity shares, claimed from venues less what is owed to them. */
    final double equity(EngineView market, int participant) {
        double equity = 0;
        for (int asset = 0; asset < market.spec().assets().size(); asset++) {
            double quantity = market.totalHolding(participant, asset);
            equity += quantity == 0 ? 0 : quantity * price(market, asset);
        }
        for (int venue : market.state.layout.chainVenues()) {
            equity += liquidity(market, participant, venue);
        }
        return equity + market.claims().worth(participant, asset -> price(market, asset));
    }

    private double liquidity(EngineView market, int participant, int venue) {
        Liquidity pool = market.seenVenues().liquidity(venue);
        if (pool == null) {
            return 0;
        }
        VenueSpec.OnChain spec = (VenueSpec.OnChain) market.spec().venues().get(venue);
        UInt256 shares = pool.shares(market.accounts().free(participant, spec.chain()));
        if (shares.isZero()) {
            return 0;
        }
        double worth = pool(pool, price(market, spec.base()), price(market, spec.quote()));
        return shares.doubleValue() / pool.totalShares().doubleValue() * worth;
    }
}
