package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.venue.concentrated.RangeTick;

/**
 * What a pool stores at an initialised tick. What grew outside is on the side where the price is not, and means something only in
 * differences.
 *
 * @param sqrtPriceX96          its square-root price
 * @param liquidityGross        liquidity of all positions that begin or end here, below 2^128
 * @param liquidityNet          what is added to the liquidity in range where the price crosses upwards; 128 bits
 * @param feeGrowthOutside0X128 fees of currency0 per liquidity, modulo 2^256
 * @param feeGrowthOutside1X128 the same of currency1
 */
record V4Tick(
        UInt256 sqrtPriceX96,
        UInt256 liquidityGross,
        Int256 liquidityNet,
        UInt256 feeGrowthOutside0X128,
        UInt256 feeGrowthOutside1X128)
        implements RangeTick {
    /** After the price has crossed it: all that grew outside is on the other side. */
    V4Tick crossed(UInt256 feeGrowth0X128, UInt256 feeGrowth1X128) {
        return new V4Tick(
                sqrtPriceX96,
                liquidityGross,
                liquidityNet,
                feeGrowth0X128.minusWrapping(feeGrowthOutside0X128),
                feeGrowth1X128.minusWrapping(feeGrowthOutside1X128));
    }

    V4Tick withLiquidity(UInt256 gross, Int256 net) {
        return new V4Tick(sqrtPriceX96, gross, net, feeGrowthOutside0X128, feeGrowthOutside1X128);
    }

    void save(StateWriter out) {
        sqrtPriceX96.save(out);
        liquidityGross.save(out);
        liquidityNet.save(out);
        feeGrowthOutside0X128.save(out);
        feeGrowthOutside1X128.save(out);
    }

    static V4Tick load(StateReader in) {
        return new V4Tick(UInt256.load(in), UInt256.load(in), Int256.load(in), UInt256.load(in), UInt256.load(in));
    }
}
