package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * Moves assets from one chain to another.
 *
 * @param group              where it sends from: from the chains of its venues, what is traded there
 * @param bridges            indices of the bridges among which it chooses
 * @param ratePerHour        mean transfers per hour
 * @param tradeSize          worth of a transfer
 * @param waitingBpsPerHour  what an hour's waiting costs it, basis points of the amount
 */
public record BridgeUsersSpec(
        Group group,
        @NameOf(NameOf.Thing.BRIDGE) List<Integer> bridges,
        double ratePerHour,
        TradeSize tradeSize,
        double waitingBpsPerHour)
        implements GroupSpec {
    public BridgeUsersSpec {
        bridges = List.copyOf(bridges);
        Checks.that(!bridges.isEmpty(), "bridges", "at least one", "none");
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.inRange("waitingBpsPerHour", waitingBpsPerHour, 0, 10_000);
    }
}
