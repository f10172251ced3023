package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Liquidity of one owner between two ticks. Fees are paid with every change, so that nothing is owed.
 *
 * @param liquidity            below 2^128
 * @param feeGrowthInside0X128 growth of fees in currency0 inside at the last change, modulo 2^256; kept when it is emptied
 * @param feeGrowthInside1X128 the same of currency1
 */
public record V4Position(UInt256 liquidity, UInt256 feeGrowthInside0X128, UInt256 feeGrowthInside1X128) {
    /** What a position is before anything is in it. */
    public static final V4Position NONE = new V4Position(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

    void save(StateWriter out) {
        liquidity.save(out);
        feeGrowthInside0X128.save(out);
        feeGrowthInside1X128.save(out);
    }

    static V4Position load(StateReader in) {
        return new V4Position(UInt256.load(in), UInt256.load(in), UInt256.load(in));
    }
}
