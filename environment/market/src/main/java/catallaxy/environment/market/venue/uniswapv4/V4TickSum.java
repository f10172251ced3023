package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * The sum of a pool's tick over the seconds until its last swap, as a hook that observes swaps keeps it: the manager has none.
 *
 * @param seconds of that swap, since the start
 * @param ticks   the sum
 */
record V4TickSum(long seconds, long ticks) {
    /** Before the first swap. */
    static final V4TickSum START = new V4TickSum(0, 0);

    /** The sum until a second, the tick having been in force since. */
    V4TickSum until(long now, int tick) {
        return new V4TickSum(now, ticks + tick * (now - seconds));
    }

    void save(StateWriter out) {
        out.int64(seconds).int64(ticks);
    }

    static V4TickSum load(StateReader in) {
        return new V4TickSum(in.int64(), in.int64());
    }
}
