package catallaxy.environment.market.world;

import catallaxy.environment.base.check.Checks;

/**
 * One regime of the world and what it does to every simulated asset and to the background population.
 *
 * @param driftShiftPerYear added to every asset's drift, in [−1000, 1000]
 * @param volatilityMultiplier m, in [0, 100]
 * @param jumpIntensityMultiplier in [0, 1000]
 * @param activityMultiplier of the background population's order flow, in [0, 1000]
 */
public record RegimeSpec(
        String name,
        double driftShiftPerYear,
        double volatilityMultiplier,
        double jumpIntensityMultiplier,
        double activityMultiplier) {
    /** The regime that changes nothing. */
    public static final RegimeSpec NORMAL = new RegimeSpec("normal", 0, 1, 1, 1);

    public RegimeSpec {
        Checks.that(!name.isBlank(), "name", "a name", "nothing");
        Checks.inRange("driftShiftPerYear", driftShiftPerYear, -1000.0, 1000.0);
        Checks.inRange("volatilityMultiplier", volatilityMultiplier, 0.0, 100.0);
        Checks.inRange("jumpIntensityMultiplier", jumpIntensityMultiplier, 0.0, 1000.0);
        Checks.inRange("activityMultiplier", activityMultiplier, 0.0, 1000.0);
    }
}
