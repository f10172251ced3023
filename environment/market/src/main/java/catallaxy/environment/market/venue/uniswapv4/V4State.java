package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * What a pool knows beside its ticks and positions.
 *
 * @param sqrtPriceX96   square-root price; zero before the pool is initialised
 * @param tick           of the price; one lower where a swap has stopped exactly at the end of a step from above
 * @param protocolFee    pips of both directions, as {@link V4Fees#packed}
 * @param lpFeePips      of liquidity
 * @param liquidity      in range, below 2^128
 * @param feeGrowth0X128 fees of currency0 per liquidity since the start, modulo 2^256
 * @param feeGrowth1X128 the same of currency1
 */
public record V4State(
        UInt256 sqrtPriceX96,
        int tick,
        int protocolFee,
        int lpFeePips,
        UInt256 liquidity,
        UInt256 feeGrowth0X128,
        UInt256 feeGrowth1X128) {
    /** Of a pool that is not initialised. */
    static final V4State NEW = new V4State(UInt256.ZERO, 0, 0, 0, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

    V4State withFees(int protocol, int lp) {
        return new V4State(sqrtPriceX96, tick, protocol, lp, liquidity, feeGrowth0X128, feeGrowth1X128);
    }

    V4State withLiquidity(UInt256 inRange) {
        return new V4State(sqrtPriceX96, tick, protocolFee, lpFeePips, inRange, feeGrowth0X128, feeGrowth1X128);
    }

    V4State withGrowth(UInt256 growth0, UInt256 growth1) {
        return new V4State(sqrtPriceX96, tick, protocolFee, lpFeePips, liquidity, growth0, growth1);
    }

    V4State at(UInt256 price, int atTick) {
        return new V4State(price, atTick, protocolFee, lpFeePips, liquidity, feeGrowth0X128, feeGrowth1X128);
    }

    void save(StateWriter out) {
        sqrtPriceX96.save(out);
        liquidity.save(out.int32(tick).int32(protocolFee).int32(lpFeePips));
        feeGrowth0X128.save(out);
        feeGrowth1X128.save(out);
    }

    static V4State load(StateReader in) {
        return new V4State(
                UInt256.load(in),
                in.int32(),
                in.int32(),
                in.int32(),
                UInt256.load(in),
                UInt256.load(in),
                UInt256.load(in));
    }
}
