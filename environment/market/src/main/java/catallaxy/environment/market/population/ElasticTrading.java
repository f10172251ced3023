package catallaxy.environment.market.population;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.trading.WorldPrice;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Traders who have to buy or sell, and take the cheapest of their venues: each arrival tosses a fair coin, draws a size and the most that it
 * is willing to lose against the world's price, fee and price impact together, and stays away where every venue takes more. With an
 * exponential limit of mean m, demand at a cost c is {@code e^(−c / m)} of that at no cost, as in Avellaneda and Stoikov 2008 the
 * fills of a quote at a distance.
 */
record ElasticTrading(ElasticSpec spec) implements Act {
    private static final double BPS = 1e-4;

    @Override
    public void at(MarketEngine market, GroupAccount account) {
        Side side = account.random().nextBoolean(0.5) ? Side.BUY : Side.SELL;
        double size = account.draw(spec.tradeSize());
        double most = account.random().nextExponential() * spec.meanCostBps() * BPS;
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int venue : spec.venues()) {
            double cost = cost(market, venue, side, size);
            best = cost < least ? venue : best;
            least = StrictMath.min(least, cost);
        }
        if (least <= most) {
            account.trade(market, best, side, size);
        }
    }

    /** What of a trade's worth is lost at a venue, as a fraction; negative where it gains. */
    private static double cost(MarketEngine market, int venue, Side side, double size) {
        VenueSpec pair = market.spec().venues().get(venue);
        double fair = WorldPrice.of(market, venue);
        double quote = GroupAccount.inQuoteOf(market, venue, size);
        return side == Side.BUY
                ? 1 - market.quoting(venue).out(pair.quote(), quote) * fair / quote
                : 1 - market.quoting(venue).out(pair.base(), quote / fair) / quote;
    }
}
