package catallaxy.environment.market.search;

import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.population.Group;
import catallaxy.environment.market.population.GroupSpec;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Looks for swaps that wait on its venues and hands builders bundles around them.
 *
 * @param group          where it acts
 * @param strategy       what its bundles do
 * @param builder        to whom it hands its bundles, or {@link catallaxy.environment.api.command.MarketCommand#EVERY_BUILDER}
 * @param refreshNanos   time between two looks at mempool and bids
 * @param leastGainQuote what a bundle must gain beyond its gas before it bids, quote units
 * @param bidding        how much of the gain it bids
 * @param habits         how it deviates from the most profitable bundle
 */
public record SearchersSpec(
        Group group,
        SearchStrategy strategy,
        int builder,
        long refreshNanos,
        double leastGainQuote,
        Bidding bidding,
        Habits habits)
        implements GroupSpec {
    /**
     * How much of its gain a searcher bids. Where bids are open it opens low and raises what is bid for the same transaction until
     * its limit; where they are sealed it bids its limit.
     *
     * @param limitShare   share of the gain that is the most it bids, in [0, 1]
     * @param openingShare share of its limit that it bids first, in [0, 1]
     * @param raiseBps     by how much it raises the best bid of others, basis points
     */
    public record Bidding(double limitShare, double openingShare, double raiseBps) {
        public Bidding {
            Checks.inRange("limitShare", limitShare, 0, 1);
            Checks.inRange("openingShare", openingShare, 0, 1);
            Checks.inRange("raiseBps", raiseBps, 1, 100_000);
        }
    }

    /**
     * How sandwiches deviate from the most profitable one.
     *
     * @param keepShare    share of them that sell less than they bought
     * @param encloseShare share of them that have another transaction between theirs, where one waits
     */
    public record Habits(double keepShare, double encloseShare) {
        public Habits {
            Checks.inRange("keepShare", keepShare, 0, 1);
            Checks.inRange("encloseShare", encloseShare, 0, 1);
        }
    }

    public SearchersSpec {
        Checks.inRange("builder", builder, -1, 15);
        Checks.inRange("refreshNanos", refreshNanos, 10_000_000L, 86_400_000_000_000L);
        Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
    }

    @Override
    public void check(EngineSpec engine) {
        for (int venue : venues()) {
            ChainSpec chain = engine.chains().get(engine.placeOfVenue(venue));
            Checks.that(
                    chain.blocks().building().bundles(),
                    "venues",
                    "on chains with building.bundles = true",
                    engine.venues().get(venue).id() + " on " + chain.id());
            int builders = chain.blocks().building().builders();
            String existing = "-1 to " + (builders - 1) + ", as " + chain.id() + " has so many builders";
            Checks.that(builder < builders, "builder", existing, builder);
            Checks.that(
                    strategy != SearchStrategy.JUST_IN_TIME
                            || takesRanges(engine.venues().get(venue)),
                    "venues",
                    "pools with liquidity in ranges for just-in-time",
                    engine.venues().get(venue).id());
        }
    }

    private static boolean takesRanges(VenueSpec venue) {
        return venue instanceof VenueSpec.OnChain pool
                && Kinds.registered().capabilities(pool).contains(RangeLiquidity.class);
    }
}
