package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;

/** What every pool with ranges stores at an initialised tick. Immutable. */
public interface RangeTick {
    /** Its square-root price, √price · 2^96. */
    UInt256 sqrtPriceX96();

    /** What is added to the liquidity in force where the price crosses upwards; 128 bits. */
    Int256 liquidityNet();
}
