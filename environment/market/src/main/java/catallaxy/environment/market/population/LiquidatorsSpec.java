package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.engine.EngineSpec;

/**
 * Liquidates what is at risk at lending markets.
 *
 * @param group where it acts
 * @param refreshNanos   time between two looks
 * @param leastGainQuote what a liquidation must earn beyond its gas, quote units
 * @param bidShare       share of what it earns that it bids for its place in a block, by a bundle; 0 for a transaction that everybody
 *                       sees
 * @param flashLoans     whether it borrows what it pays by a flash loan, and sells what it gets
 */
public record LiquidatorsSpec(
        Group group, long refreshNanos, double leastGainQuote, double bidShare, boolean flashLoans)
        implements GroupSpec {
    /** Liquidators who send transactions that everybody sees, out of their own capital. */
    public LiquidatorsSpec(Group group, long refreshNanos, double leastGainQuote) {
        this(group, refreshNanos, leastGainQuote, 0, false);
    }

    public LiquidatorsSpec {
        Checks.inRange("bidShare", bidShare, 0, 1);
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 86_400_000_000_000L);
        Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
    }

    @Override
    public void check(EngineSpec engine) {
        for (int venue : venues()) {
            ChainSpec chain = engine.chains().get(engine.placeOfVenue(venue));
            Checks.that(
                    bidShare == 0 || chain.blocks().building().bundles(),
                    "bidShare",
                    "0 where a chain has no building.bundles = true",
                    bidShare + " on " + chain.id());
        }
    }
}
