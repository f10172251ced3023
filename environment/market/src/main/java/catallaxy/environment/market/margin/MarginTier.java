package catallaxy.environment.market.margin;

import catallaxy.environment.base.check.Checks;

/**
 * The margin of what a position is worth beyond a floor, up to the floor of the next tier: the rates of a tier hold for that part alone,
 * so that margin has no jump where a position grows into it.
 *
 * @param floorUnits            from which worth on, base units of the quote asset
 * @param initialMarginPips     initial margin of the part above it, millionths
 * @param maintenanceMarginPips maintenance margin of that part, millionths; at most the initial margin
 */
public record MarginTier(long floorUnits, long initialMarginPips, long maintenanceMarginPips) {
    private static final long ALL = 1_000_000;

    public MarginTier {
        Checks.inRange("tierFloors", floorUnits, 1, Long.MAX_VALUE);
        Checks.inRange("tierInitialMarginPips", initialMarginPips, 1, ALL);
        Checks.inRange("tierMaintenanceMarginPips", maintenanceMarginPips, 1, ALL);
        Checks.that(
                maintenanceMarginPips <= initialMarginPips,
                "tierMaintenanceMarginPips",
                "at most the initial margin of its tier",
                maintenanceMarginPips);
    }

    /** Refuses a tier whose floor is not above that of the tier below, or whose rates are less. */
    void requireAbove(long floor, long initialPips, long maintenancePips) {
        Checks.that(floorUnits > floor, "tierFloors", "floors that rise", floorUnits);
        String expected = "at least that of the tier below";
        Checks.that(initialMarginPips >= initialPips, "tierInitialMarginPips", expected, initialMarginPips);
        Checks.that(
                maintenanceMarginPips >= maintenancePips, "tierMaintenanceMarginPips", expected, maintenanceMarginPips);
    }
}
