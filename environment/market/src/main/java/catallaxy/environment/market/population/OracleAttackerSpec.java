package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.venue.VenueSpec;

/**
 * Attacks lending markets by moving the price of a pool.
 *
 * @param group          where it acts
 * @param refreshNanos   time between two looks
 * @param pool           index of the venue whose price it moves
 * @param leastGainQuote what an attack must promise beyond its gas, quote units
 */
public record OracleAttackerSpec(
        Group group,
        long refreshNanos,
        @NameOf(NameOf.Thing.VENUE) int pool,
        double leastGainQuote) implements GroupSpec {
    public OracleAttackerSpec {
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 7 * 86_400_000_000_000L);
        Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
    }

    @Override
    public void check(EngineSpec engine) {
        VenueSpec moved = engine.venues().get(pool);
        Checks.that(
                moved instanceof VenueSpec.OnChain && Kinds.registered().trades(moved),
                "pool",
                "a pool, whose price a trade moves",
                moved.id());
    }
}
