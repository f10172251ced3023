package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.market.venue.concentrated.MeanTickPrice;
import java.util.OptionalLong;

/** The sums of a pool's tick, as its observations have them. A pool that keeps one observation knows no earlier sum. */
record V3TickSums(V3Pool pool) implements MeanTickPrice.TickSums {
    @Override
    public long until(long seconds) {
        return pool.observe(seconds, 0).orElseThrow().tickCumulative();
    }

    @Override
    public OptionalLong at(long now, long seconds) {
        boolean remembers = seconds >= 0 && pool.storage().state().oracle().cardinalityNext() > 1;
        return remembers
                ? pool.observe(now, now - seconds).stream()
                        .mapToLong(V3Cumulatives::tickCumulative)
                        .findFirst()
                : OptionalLong.empty();
    }
}
