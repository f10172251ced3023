package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;

/**
 * Traders with a position of a target leverage: at each arrival they add to it while it is smaller, and with some probability cut it
 * while it is larger. Those who seldom cut are liquidated when the price goes against them.
 *
 * @param group       where they act: markets of derivatives
 * @param ratePerHour mean arrivals per hour
 * @param tradeSize   the most that is added or cut at an arrival
 * @param side        of the position
 * @param leverage    worth of the position for each quote unit of what stands behind it
 * @param cutShare    probability that an arrival with more leverage cuts, in [0, 1]
 */
public record LeveragedSpec(
        Group group, double ratePerHour, TradeSize tradeSize, PositionSide side, double leverage, double cutShare)
        implements GroupSpec {
    public LeveragedSpec {
        Checks.inRange("ratePerHour", ratePerHour, 0, 1e7);
        Checks.present("side", "long or short", side);
        Checks.inRange("leverage", leverage, 0.01, 1_000);
        Checks.inRange("cutShare", cutShare, 0, 1);
    }
}
