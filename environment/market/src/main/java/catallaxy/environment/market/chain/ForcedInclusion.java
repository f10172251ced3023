package catallaxy.environment.market.chain;

import catallaxy.environment.base.check.Checks;

/**
 * Within what time a rollup executes what was forced through the chain that it settles on. OP Stack: a deposit is part of a block within
 * minutes, and of one without the sequencer once the sequencing window of 12 h is over,
 * https://specs.optimism.io/protocol/derivation.html. Arbitrum One: {@code forceInclusion} of the delayed inbox after 24 h,
 * https://docs.arbitrum.io/how-arbitrum-works/sequencer.
 *
 * @param delayNanos     after which it is executed whether the rollup stands still or not; 0 where nothing can be forced
 * @param sequencedNanos after which a sequencer that is up executes it
 */
public record ForcedInclusion(long delayNanos, long sequencedNanos) {
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Nothing can be forced. */
    public static final ForcedInclusion NONE = new ForcedInclusion(0, 60_000_000_000L);

    public ForcedInclusion {
        Checks.inRange("delayNanos", delayNanos, 0, 365 * DAY_NANOS);
        Checks.inRange("sequencedNanos", sequencedNanos, 0, 365 * DAY_NANOS);
        Checks.that(
                delayNanos == 0 || sequencedNanos <= delayNanos,
                "sequencedNanos",
                "at most the delay, " + delayNanos + " ns",
                sequencedNanos);
    }

    /** Whether anything can be forced. */
    public boolean isPossible() {
        return delayNanos > 0;
    }
}
