package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.venue.concentrated.FeeGrowth;
import catallaxy.environment.market.venue.concentrated.LiquidityMath;

/**
 * Liquidity of one owner between two ticks.
 *
 * @param liquidity             below 2^128
 * @param feeGrowthInside0X128  growth of fees in token0 inside at the last change, modulo 2^256
 * @param feeGrowthInside1X128  the same of token1
 * @param owed0                 token0 that can be collected, base units modulo 2^128
 * @param owed1                 token1 that can be collected
 */
public record V3Position(
        UInt256 liquidity, UInt256 feeGrowthInside0X128, UInt256 feeGrowthInside1X128, UInt256 owed0, UInt256 owed1) {
    /** What a position is before anything is in it. */
    public static final V3Position NONE =
            new V3Position(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

    /** With a change of liquidity that fits, and with what the growth inside since the last change has earned. */
    V3Position updated(Int256 delta, UInt256 inside0, UInt256 inside1) {
        UInt256 earned0 = FeeGrowth.earned(inside0.minusWrapping(feeGrowthInside0X128), liquidity);
        UInt256 earned1 = FeeGrowth.earned(inside1.minusWrapping(feeGrowthInside1X128), liquidity);
        return new V3Position(LiquidityMath.plus(liquidity, delta), inside0, inside1, owed0, owed1)
                .crediting(earned0, earned1);
    }

    /** With more to collect; sums wrap at 2^128. */
    V3Position crediting(UInt256 amount0, UInt256 amount1) {
        return new V3Position(
                liquidity,
                feeGrowthInside0X128,
                feeGrowthInside1X128,
                low128(owed0.plusWrapping(amount0)),
                low128(owed1.plusWrapping(amount1)));
    }

    V3Position collecting(UInt256 amount0, UInt256 amount1) {
        return new V3Position(
                liquidity,
                feeGrowthInside0X128,
                feeGrowthInside1X128,
                owed0.minusExact(amount0),
                owed1.minusExact(amount1));
    }

    private static UInt256 low128(UInt256 sum) {
        return UInt256.ofLimbs(0, 0, sum.limb(1), sum.limb(0));
    }

    void save(StateWriter out) {
        liquidity.save(out);
        feeGrowthInside0X128.save(out);
        feeGrowthInside1X128.save(out);
        owed0.save(out);
        owed1.save(out);
    }

    static V3Position load(StateReader in) {
        return new V3Position(UInt256.load(in), UInt256.load(in), UInt256.load(in), UInt256.load(in), UInt256.load(in));
    }
}
