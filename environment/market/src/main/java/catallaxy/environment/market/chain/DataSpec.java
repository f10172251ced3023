package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * Where a rollup of a scenario posts its users' data, what it charges them for it, and what can be forced there.
 *
 * @param settlesOn       name of the chain that has the blobs, or {@link #NOWHERE}
 * @param data            what a transaction is charged, where there is such a chain
 * @param forcedInclusion within what time it executes what was sent to that chain for it
 */
public record DataSpec(String settlesOn, DataFee data, ForcedInclusion forcedInclusion) {
    /** What stands for no chain. */
    public static final String NOWHERE = "none";

    /** A chain that charges for gas alone. */
    public static final DataSpec NONE = new DataSpec(NOWHERE, new DataFee(0.5, 5_227, 1_014_213));

    public DataSpec {
        Checks.that(
                !forcedInclusion.isPossible() || !settlesOn.equals(NOWHERE),
                "settlesOn",
                "the chain through which is forced, since forced-inclusion.delay is not 0 s",
                settlesOn);
    }

    /** One on which nothing can be forced. */
    public DataSpec(String settlesOn, DataFee data) {
        this(settlesOn, data, ForcedInclusion.NONE);
    }

    /** Whether data is charged for at all. */
    public boolean isCharged() {
        return !settlesOn.equals(NOWHERE);
    }

    /** Whether transactions can be forced through a chain. */
    public boolean isForcedBy(String chain) {
        return forcedInclusion.isPossible() && isCharged() && settlesOn.equals(chain);
    }
}
