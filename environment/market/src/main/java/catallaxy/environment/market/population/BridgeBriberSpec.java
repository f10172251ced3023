package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.EngineSpec;

/**
 * Bribes the validators of a bridge wherever that pays.
 *
 * @param group          where it acts: forged messages arrive on the chains of its venues, and there it sells what they bring
 * @param bridge         index of the bridge, which has a committee
 * @param refreshNanos   time between two looks
 * @param leastGainQuote what an attack must promise beyond bribes and gas, quote units
 */
public record BridgeBriberSpec(
        Group group, @NameOf(NameOf.Thing.BRIDGE) int bridge, long refreshNanos, double leastGainQuote)
        implements GroupSpec {
    public BridgeBriberSpec {
        Checks.inRange("refreshNanos", refreshNanos, 60_000_000_000L, 7 * 86_400_000_000_000L);
        Checks.inRange("leastGainQuote", leastGainQuote, 0, 1e15);
    }

    @Override
    public void check(EngineSpec engine) {
        BridgeSpec attacked = engine.bridges().get(bridge);
        Checks.that(attacked.committee().exists(), "bridge", "one with a committee", attacked.id());
        for (int venue : venues()) {
            int place = engine.placeOfVenue(venue);
            Checks.that(
                    attacked.isEnd(place),
                    "venues",
                    "venues on the chains of " + attacked.id(),
                    engine.venues().get(venue).id());
        }
    }
}
