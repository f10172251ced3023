package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Sums over seconds since a pool was initialised, of which only differences mean something.
 *
 * @param seconds                  the time itself, modulo 2^32
 * @param tickCumulative           of the tick, a signed number of 56 bits that wraps
 * @param secondsPerLiquidityX128  of 2^128 / liquidity, modulo 2^160
 */
public record V3Cumulatives(long seconds, long tickCumulative, UInt256 secondsPerLiquidityX128) {
    /** At the start of time. */
    public static final V3Cumulatives ZERO = new V3Cumulatives(0, 0, UInt256.ZERO);

    private static final long UINT32 = 0xffff_ffffL;

    /** The sums {@code delta} seconds later, of which the tick and the liquidity were in force since. */
    V3Cumulatives after(long delta, int tick, UInt256 liquidity) {
        UInt256 each = UInt256.of(delta).shiftLeft(128).dividedBy(liquidity.max(UInt256.ONE));
        return new V3Cumulatives(
                (seconds + delta) & UINT32,
                wrapped(tickCumulative + tick * delta),
                low160(secondsPerLiquidityX128.plusWrapping(each)));
    }

    V3Cumulatives minus(V3Cumulatives other) {
        return new V3Cumulatives(
                (seconds - other.seconds) & UINT32,
                wrapped(tickCumulative - other.tickCumulative),
                low160(secondsPerLiquidityX128.minusWrapping(other.secondsPerLiquidityX128)));
    }

    /** The sums {@code part} seconds after these on the straight line to {@code later}, the mean tick rounded towards zero. */
    V3Cumulatives towards(V3Cumulatives later, long part) {
        V3Cumulatives whole = later.minus(this);
        UInt256 grown =
                whole.secondsPerLiquidityX128.timesWrapping(UInt256.of(part)).dividedBy(UInt256.of(whole.seconds));
        return new V3Cumulatives(
                (seconds + part) & UINT32,
                wrapped(tickCumulative + whole.tickCumulative / whole.seconds * part),
                low160(secondsPerLiquidityX128.plusWrapping(grown)));
    }

    private static long wrapped(long sum) {
        return sum << 8 >> 8;
    }

    private static UInt256 low160(UInt256 sum) {
        return UInt256.ofLimbs(0, sum.limb(2) & UINT32, sum.limb(1), sum.limb(0));
    }

    void save(StateWriter out) {
        secondsPerLiquidityX128.save(out.int64(seconds).int64(tickCumulative));
    }

    static V3Cumulatives load(StateReader in) {
        return new V3Cumulatives(in.int64(), in.int64(), UInt256.load(in));
    }
}
