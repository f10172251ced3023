package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.engine.EngineSpec;

/**
 * Holds what a bridge has minted, and runs when the bridge no longer backs it.
 *
 * @param group        where it holds: on the chains of its venues
 * @param bridge       index of the bridge
 * @param refreshNanos time between two looks
 * @param sellShare    part of what it holds that it sells at a look, where the bridge pays nothing back; in [0, 1]
 */
public record BridgeHoldersSpec(
        Group group, @NameOf(NameOf.Thing.BRIDGE) int bridge, long refreshNanos, double sellShare)
        implements GroupSpec {
    public BridgeHoldersSpec {
        Checks.inRange("refreshNanos", refreshNanos, 1_000_000_000L, 7 * 86_400_000_000_000L);
        Checks.inRange("sellShare", sellShare, 0, 1);
    }

    @Override
    public void check(EngineSpec engine) {
        BridgeSpec held = engine.bridges().get(bridge);
        for (int venue : venues()) {
            Checks.that(
                    engine.placeOfVenue(venue) == held.remoteChain(),
                    "venues",
                    "venues on " + engine.chains().get(held.remoteChain()).id() + ", where " + held.id() + " mints",
                    engine.venues().get(venue).id());
        }
    }
}
