package catallaxy.environment.market.execution;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.role.PriceVariance;
import catallaxy.environment.market.role.RoleSpec;
import catallaxy.environment.market.role.Seat;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What can be executed: the chains of a seat's routes, and on each its options. Immutable.
 *
 * @param chains  indices, in the scenario's order
 * @param options of all chains, chain by chain
 */
record ExecutionDesk(ExecutionSpec spec, EngineSpec engine, List<Integer> chains, List<ExecutionOption> options) {
    /** What two venues of a route are. */
    static final String FITTING = "pairs of contracts of one chain that trade the same asset against the quote asset";

    /**
     * The desk of a seat.
     *
     * @throws IllegalArgumentException if a route is none of one chain against the quote asset
     */
    static ExecutionDesk of(ExecutionSpec spec, EngineSpec engine) {
        spec.routes().forEach(route -> check(engine, route));
        return new ExecutionDesk(
                spec,
                engine,
                ExecutionOption.chains(engine, spec.routes()),
                ExecutionOption.all(engine, spec.routes()));
    }

    private static void check(EngineSpec engine, RoleSpec.Route route) {
        VenueSpec a = engine.venues().get(route.venueA());
        VenueSpec b = engine.venues().get(route.venueB());
        boolean fits = route.venueA() != route.venueB() && fits(a, b, engine.quoteAsset());
        Checks.that(fits, "routes", FITTING, a.id() + " and " + b.id());
    }

    /** Whether two venues are a route: contracts of one chain that trade the same asset against the quote asset. */
    static boolean fits(VenueSpec a, VenueSpec b, int quoteAsset) {
        return a instanceof VenueSpec.OnChain one
                && b instanceof VenueSpec.OnChain other
                && one.chain() == other.chain()
                && a.base() == b.base()
                && a.quote() == quoteAsset
                && b.quote() == quoteAsset;
    }

    /** Of each chain the trade that earns most. */
    List<Optional<ChainOpportunity>> opportunities(MarketView market) {
        return chains.stream()
                .map(chain -> ChainOpportunity.of(market, spec.routes(), chain))
                .toList();
    }

    /** Of each option what the whole of its chain's trade promises; empty where it may not or cannot be used. */
    List<Optional<ExecutionOffer>> offers(
            MarketView market, Seat seat, List<Optional<ChainOpportunity>> opportunities) {
        List<Optional<ExecutionOffer>> offers = new ArrayList<>();
        for (ExecutionOption option : options) {
            Optional<ChainOpportunity> found = opportunities.get(chains.indexOf(option.chain()));
            offers.add(found.flatMap(
                    each -> offer(market, seat, each, option, each.best().spent())));
        }
        return offers;
    }

    /** What a trade of so many quote units at most promises under an option. */
    Optional<ExecutionOffer> offer(
            MarketView market, Seat seat, ChainOpportunity opportunity, ExecutionOption option, double wanted) {
        double most = StrictMath.min(wanted, spec.maxTradeQuote() * seat.scale());
        return spec.allows(option.method())
                ? ExecutionOffer.of(market, seat.participant(), opportunity, option, most)
                : Optional.empty();
    }

    /** Whether something of the seat waits on any of the chains. */
    boolean waits(MarketView market, Seat seat) {
        return chains.stream()
                .anyMatch(chain -> market.dealings(seat.participant()).pending(chain) > 0);
    }

    /** Of each chain the variance of the price at its first route's first venue. */
    List<PriceVariance> variances() {
        List<PriceVariance> variances = new ArrayList<>();
        for (int chain : chains) {
            int venue = spec.routes().stream()
                    .map(RoleSpec.Route::venueA)
                    .filter(each -> engine.placeOfVenue(each) == chain)
                    .findFirst()
                    .orElseThrow();
            int slot = ExecutionMemory.variance(variances.size());
            variances.add(PriceVariance.ofVenue(venue, slot, spec.halfLifeNanos()));
        }
        return variances;
    }
}
