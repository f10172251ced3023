package catallaxy.environment.market.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeGas;
import catallaxy.environment.market.venue.concentrated.TickMath;
import java.util.List;
import java.util.function.Function;

/**
 * Swaps at a deployed pool whose initialised ticks are all multiples of 60 near a price of 1, each in a transaction of its own, to see
 * what they use of gas by the ticks that they cross.
 */
public record TickWalk(NodeTrader trader, Function<UInt256, String> swapTo) {
    /** The distance of its initialised ticks. */
    public static final int SPACING = 60;

    /** How many of them there are on each side. */
    public static final int RANGES = 16;

    /** The tick at which it starts and ends, between two initialised ones. */
    public static final int HOME = 35;

    private static final int MOST = 12;
    private static final int BLOCK_SECONDS = 12;
    /** A tick whose sums of fees are zero costs two more words that were never written. */
    private static final long NEW_TICK = 34_200;

    /** Looks that the gas is what is said, within five per cent, up and down, once all ticks have been crossed before. */
    public void compare(RangeGas said) {
        long fresh = goes(1, HOME + SPACING);
        goes(2, HOME);
        assertThat(fresh).isCloseTo(said.of(1) + NEW_TICK, withinPercentage(5));
        goes(3, HOME + MOST * SPACING);
        goes(4, HOME - MOST * SPACING);
        goes(5, HOME);
        for (int crossed = 0; crossed <= MOST; crossed++) {
            for (int way : new int[] {-1, 1}) {
                int block = 10 + 4 * crossed + way;
                long there = goes(block, HOME + way * (crossed == 0 ? 5 : crossed * SPACING));
                assertThat(there).as("%s ticks", crossed).isCloseTo(said.of(crossed), withinPercentage(5));
                assertThat(goes(block + 1, HOME)).isCloseTo(said.of(crossed), withinPercentage(5));
            }
        }
    }

    private long goes(int block, int tick) {
        String swap = swapTo.apply(TickMath.sqrtRatioAtTick(tick));
        return trader.at((long) block * BLOCK_SECONDS, List.of(swap))
                .getFirst()
                .a()
                .longValueExact();
    }
}
