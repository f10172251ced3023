package catallaxy.environment.market.venue.adaptive;

import catallaxy.environment.base.state.StateWriter;

/**
 * How a pool's fee follows from the swaps that it has seen: an immutable value, settings and memory together. Its arithmetic is in whole
 * numbers, each division rounded down. Times never fall.
 */
public interface FeeRule {
    /** The least and the most that a fee can be, pips. */
    int ALL_PIPS = 1_000_000;

    /** Name of its {@link FeeRuleKind}. */
    String kind();

    /** What the pool keeps of a swap at a time, before it is made: millionths of what is paid in. */
    int feePips(boolean baseForQuote, long timeNanos);

    /** The rule of a pool that begins at the tick of a price, at time zero. */
    FeeRule begun(int tick);

    /** The rule once a swap was made. */
    FeeRule after(SeenSwap swap);

    /** Writes settings and memory, for the kind's {@code load}. */
    void save(StateWriter out);
}
