package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.FeeGrowth;

/** Fees of both currencies per liquidity that grew in a range, modulo 2^256: only differences mean something. */
record V4Inside(UInt256 growth0X128, UInt256 growth1X128) {
    /** What a position has earned since its last change, base units, rounded down; of currency0. */
    UInt256 earned0(V4Position position) {
        return FeeGrowth.earned(growth0X128.minusWrapping(position.feeGrowthInside0X128()), position.liquidity());
    }

    UInt256 earned1(V4Position position) {
        return FeeGrowth.earned(growth1X128.minusWrapping(position.feeGrowthInside1X128()), position.liquidity());
    }
}
