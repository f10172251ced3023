package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;

/** The prices at which what a participant owns is valued; quote units. */
public enum Marks {
    /**
     * The world's prices, which nobody in the market moves; an asset that the world does not know has the price that venues
     * show. A pool is worth what its product of reserves is worth at the world's price, {@code 2 √(x y p q)} for reserves x and
     * y of assets at p and q: no swap changes that but by its fee, and it is never more than the present reserves are worth.
     */
    WORLD {
        @Override
        public double price(MarketView market, int asset) {
            double price = asset == market.spec().quoteAsset() ? 1 : market.worldPrice(asset);
            return price > 0 ? price : market.priceAtVenues(asset);
        }

        @Override
        double pool(double baseWorth, double quoteWorth) {
            return 2 * StrictMath.sqrt(baseWorth) * StrictMath.sqrt(quoteWorth);
        }
    },
    /** The prices that venues show at this moment, which a trade moves; a pool is worth its present reserves. */
    VENUES {
        @Override
        public double price(MarketView market, int asset) {
            return market.priceAtVenues(asset);
        }

        @Override
        double pool(double baseWorth, double quoteWorth) {
            return baseWorth + quoteWorth;
        }
    };

    /** Quote units per whole unit of an asset. */
    public abstract double price(MarketView market, int asset);

    /** Worth of all shares of a pool whose reserves are worth so much. */
    abstract double pool(double baseWorth, double quoteWorth);

    /** Worth of everything that a participant owns: free, held by open orders, on its way, in liquidity shares. */
    final double equity(MarketView market, int participant) {
        double equity = 0;
        for (int asset = 0; asset < market.spec().assets().size(); asset++) {
            double quantity = market.totalHolding(participant, asset);
            equity += quantity == 0 ? 0 : quantity * price(market, asset);
        }
        for (int pool : market.state.layout.pairVenues()) {
            equity += liquidity(market, participant, pool);
        }
        return equity;
    }

    private double liquidity(MarketView market, int participant, int pool) {
        UInt256 shares = market.shares(participant, pool);
        if (shares.isZero()) {
            return 0;
        }
        VenueSpec venue = market.spec().venues().get(pool);
        double baseWorth = market.poolReserveBase(pool) * price(market, venue.base());
        double quoteWorth = market.poolReserveQuote(pool) * price(market, venue.quote());
        return shares.doubleValue() / market.poolShares(pool).doubleValue() * pool(baseWorth, quoteWorth);
    }
}
