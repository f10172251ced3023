package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/**
 * Square-root prices of ticks. Tick i stands for the price 1.0001^i, token1 per token0 in base units; a square-root price is
 * √price · 2^96, {@code sqrtPriceX96}. A tick out of range, or a price that belongs to none, is a programming error; who is asked
 * for one looks with {@link #isTick} and {@link #isPrice} first and says why it reverts. Pure functions.
 * Source: {@code TickMath.sol} of v3-core 1.0.1, whose rounding is kept in both directions.
 */
public final class TickMath {
    /** The lowest tick, at a price just above 2^−128. */
    public static final int MIN_TICK = -887_272;

    /** The highest tick, at a price just below 2^128. */
    public static final int MAX_TICK = -MIN_TICK;

    /** Square-root price of {@link #MIN_TICK}; the lowest that belongs to a tick. */
    public static final UInt256 MIN_SQRT_RATIO = UInt256.of(4_295_128_739L);

    /** Square-root price of {@link #MAX_TICK}, which belongs to no tick itself. */
    public static final UInt256 MAX_SQRT_RATIO = UInt256.parse("1461446703485210103287273052203988822378723970342");

    /** 1.0001^(−2^i / 2) for i from 0 on, high and low 64 bits of 128 after the point. */
    private static final long[] POWERS = {
        0xfffcb933bd6fad37L, 0xaa2d162d1a594001L, 0xfff97272373d4132L, 0x59a46990580e213aL,
        0xfff2e50f5f656932L, 0xef12357cf3c7fdccL, 0xffe5caca7e10e4e6L, 0x1c3624eaa0941cd0L,
        0xffcb9843d60f6159L, 0xc9db58835c926644L, 0xff973b41fa98c081L, 0x472e6896dfb254c0L,
        0xff2ea16466c96a38L, 0x43ec78b326b52861L, 0xfe5dee046a99a2a8L, 0x11c461f1969c3053L,
        0xfcbe86c7900a88aeL, 0xdcffc83b479aa3a4L, 0xf987a7253ac41317L, 0x6f2b074cf7815e54L,
        0xf3392b0822b70005L, 0x940c7a398e4b70f3L, 0xe7159475a2c29b74L, 0x43b29c7fa6e889d9L,
        0xd097f3bdfd2022b8L, 0x845ad8f792aa5825L, 0xa9f746462d870fdfL, 0x8a65dc1f90e061e5L,
        0x70d869a156d2a1b8L, 0x90bb3df62baf32f7L, 0x31be135f97d08fd9L, 0x81231505542fcfa6L,
        0x09aa508b5b7a84e1L, 0xc677de54f3e99bc9L, 0x005d6af8dedb8119L, 0x6699c329225ee604L,
        0x00002216e584f5faL, 0x1ea926041bedfe98L, 0x00000000048a1703L, 0x91f7dc42444e8fa2L,
    };

    /** Bits after the point of the logarithm from which a tick is estimated. */
    private static final int LOG_BITS = 20;

    /** 2^20 / log2(√1.0001), rounded: what a logarithm is multiplied by to become a tick. */
    private static final long TICKS_PER_DOUBLING = 14_537_076_765L;

    /** A fiftieth of a tick, 2^40 being one: more than an estimate is ever too low. */
    private static final long SLACK = (1L << 40) / 50;

    private TickMath() {}

    /** Whether a tick is in range. */
    public static boolean isTick(int tick) {
        return tick >= MIN_TICK && tick <= MAX_TICK;
    }

    /** Whether a square-root price belongs to a tick: from {@link #MIN_SQRT_RATIO} to one below {@link #MAX_SQRT_RATIO}. */
    public static boolean isPrice(UInt256 sqrtPriceX96) {
        return sqrtPriceX96.isAtLeast(MIN_SQRT_RATIO) && sqrtPriceX96.isLessThan(MAX_SQRT_RATIO);
    }

    /**
     * Square-root price of a tick: 1.0001^(tick / 2) · 2^96, rounded up from the contract's approximation with 128 bits.
     *
     * @throws IllegalArgumentException if the tick is out of range
     */
    public static UInt256 sqrtRatioAtTick(int tick) {
        if (!isTick(tick)) {
            throw new IllegalArgumentException("tick " + tick + " is not in " + MIN_TICK + "…" + MAX_TICK);
        }
        return tick == 0 ? UInt256.powerOfTwo(96) : product(tick, Math.abs(tick));
    }

    /** Numeric kernel: the product of the powers of the bits of {@code size}, each factor cut off after 128 bits. */
    private static UInt256 product(int tick, int size) {
        int first = Integer.numberOfTrailingZeros(size);
        long high = POWERS[2 * first];
        long low = POWERS[2 * first + 1];
        for (int rest = size & (size - 1); rest != 0; rest &= rest - 1) {
            int bit = Integer.numberOfTrailingZeros(rest);
            long factorHigh = POWERS[2 * bit];
            long factorLow = POWERS[2 * bit + 1];
            long cross1 = low * factorHigh;
            long cross2 = high * factorLow;
            long middle = Math.unsignedMultiplyHigh(low, factorLow) + cross1;
            long sum = middle + cross2;
            long up = carry(middle, cross1) + carry(sum, cross2);
            long top1 = Math.unsignedMultiplyHigh(low, factorHigh);
            long top2 = top1 + Math.unsignedMultiplyHigh(high, factorLow);
            long square = high * factorHigh;
            long top3 = top2 + square;
            long top4 = top3 + up;
            high = Math.unsignedMultiplyHigh(high, factorHigh)
                    + carry(top2, top1)
                    + carry(top3, square)
                    + carry(top4, up);
            low = top4;
        }
        return tick < 0
                ? rounded(UInt256.ofLimbs(0, 0, high, low))
                : rounded(UInt256.quotient(-1, -1, -1, -1, high, low));
    }

    private static long carry(long sum, long addend) {
        return Long.compareUnsigned(sum, addend) < 0 ? 1 : 0;
    }

    /** From 128 bits after the point to 96, rounded up. */
    private static UInt256 rounded(UInt256 ratioX128) {
        UInt256 cut = ratioX128.shiftRight(32);
        return (int) ratioX128.limb(0) == 0 ? cut : cut.plusWrapping(UInt256.ONE);
    }

    /**
     * The highest tick whose square-root price is not above {@code sqrtPriceX96}.
     *
     * @throws IllegalArgumentException if that price belongs to no tick
     */
    public static int tickAtSqrtRatio(UInt256 sqrtPriceX96) {
        if (!isPrice(sqrtPriceX96)) {
            throw new IllegalArgumentException("square-root price " + sqrtPriceX96 + " belongs to no tick");
        }
        long estimate = logarithm(sqrtPriceX96) * TICKS_PER_DOUBLING;
        int low = (int) ((estimate - SLACK) >> (2 * LOG_BITS));
        int high = (int) ((estimate + SLACK) >> (2 * LOG_BITS));
        return low == high || sqrtPriceX96.isLessThan(sqrtRatioAtTick(high)) ? low : high;
    }

    /** {@code floor(log2(sqrtPriceX96 / 2^96) · 2^20)}, at most one too low; a bit for each squaring. */
    private static long logarithm(UInt256 sqrtPriceX96) {
        int exponent = sqrtPriceX96.bitLength() - 1;
        UInt256 top = exponent > 63 ? sqrtPriceX96.shiftRight(exponent - 63) : sqrtPriceX96.shiftLeft(63 - exponent);
        long mantissa = top.limb(0);
        long log = exponent - 96L;
        for (int i = 0; i < LOG_BITS; i++) {
            long high = Math.unsignedMultiplyHigh(mantissa, mantissa);
            long bit = high >>> 63;
            mantissa = bit == 1 ? high : high << 1 | (mantissa * mantissa) >>> 63;
            log = log << 1 | bit;
        }
        return log;
    }
}
