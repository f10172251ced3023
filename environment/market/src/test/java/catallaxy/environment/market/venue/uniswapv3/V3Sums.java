package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.market.venue.concentrated.RangeSums;
import java.util.Optional;

/** The sums of a pool's liquidity, for tests elsewhere. */
public final class V3Sums {
    private V3Sums() {}

    /** What is wrong with them; empty if nothing is. */
    public static Optional<String> fault(V3Pool pool) {
        return RangeSums.fault(pool.storage().ticks(), pool.tick(), pool.liquidity());
    }
}
