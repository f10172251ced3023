package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.market.venue.concentrated.MeanTickPrice;
import java.util.OptionalLong;

/** The sums of one venue's tick; no earlier one is known. */
record V4TickSums(int venue, UniswapV4Contract contract) implements MeanTickPrice.TickSums {
    @Override
    public long until(long seconds) {
        return contract.sum(venue, seconds).ticks();
    }

    @Override
    public OptionalLong at(long now, long seconds) {
        return OptionalLong.empty();
    }
}
