package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.market.venue.concentrated.RangeSums;
import java.util.Optional;

/** The sums of a pool's liquidity, for tests elsewhere. */
public final class V4Sums {
    private V4Sums() {}

    /** What is wrong with them; empty if nothing is. */
    public static Optional<String> fault(V4Pool pool) {
        return RangeSums.fault(pool.ticks(), pool.state().tick(), pool.state().liquidity());
    }
}
