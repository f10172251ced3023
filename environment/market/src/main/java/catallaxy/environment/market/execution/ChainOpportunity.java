package catallaxy.environment.market.execution;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.trading.RouteOptimum;
import java.util.List;
import java.util.Optional;

/**
 * The trade of a chain that earns most before gas: base bought on one venue and sold on another.
 *
 * @param route position among the routes
 * @param from  venue on which base is bought
 * @param to    venue on which it is sold
 * @param best  what is spent and gained, quote units
 */
record ChainOpportunity(int route, int from, int to, RouteOptimum best) {
    /** The best of a chain's routes; empty where no trade gains anything. */
    static Optional<ChainOpportunity> of(MarketView market, List<RoleSpec.Route> routes, int chain) {
        Optional<ChainOpportunity> most = Optional.empty();
        for (int i = 0; i < routes.size(); i++) {
            RoleSpec.Route route = routes.get(i);
            if (market.map().venue(route.venueA()).place() == chain) {
                most = better(most, of(market, i, route.venueA(), route.venueB()));
                most = better(most, of(market, i, route.venueB(), route.venueA()));
            }
        }
        return most.filter(found -> found.best().profit() > 0);
    }

    private static Optional<ChainOpportunity> better(Optional<ChainOpportunity> one, Optional<ChainOpportunity> other) {
        boolean first = one.isPresent()
                && (other.isEmpty()
                        || one.get().best().profit() >= other.get().best().profit());
        return first ? one : other;
    }

    private static Optional<ChainOpportunity> of(MarketView market, int route, int from, int to) {
        MarketMap.Venue pair = market.map().venue(from);
        return RouteOptimum.of(
                        market.offered(from, Quoting.class),
                        market.offered(to, Quoting.class),
                        pair.base(),
                        pair.quote())
                .map(best -> new ChainOpportunity(route, from, to, best));
    }

    /** What is left of an amount of quote, spent on base that is sold again, whole units. */
    double returned(MarketView market, double spent) {
        MarketMap.Venue pair = market.map().venue(from);
        double bought = market.offered(from, Quoting.class).out(pair.quote(), spent);
        return market.offered(to, Quoting.class).out(pair.base(), bought);
    }
}
