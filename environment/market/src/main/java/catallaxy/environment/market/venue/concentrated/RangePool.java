package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/** A pool with liquidity in ranges, as quotes of it are made: prices are token1 for token0 in base units. A view of the present state. */
public interface RangePool {
    /** The asset token0, the base asset of its venue. */
    int asset0();

    /** The asset token1, the quote asset. */
    int asset1();

    /** Square-root price, √price · 2^96. */
    UInt256 sqrtPriceX96();

    /** Liquidity in force at the price. */
    UInt256 liquidity();

    /** The distance of ticks at which positions may begin and end. */
    int tickSpacing();

    /** The part of what is paid in that is kept, where token0 is paid in or where token1 is. */
    double feeRate(boolean zeroForOne);

    /** What an exact input gives now, base units of the other asset; it changes nothing. Zero where the pool would refuse it. */
    UInt256 out(boolean zeroForOne, UInt256 in);

    /** How the price moves from where it is, down where token0 is paid in, else up. */
    RangeCurve curve(boolean zeroForOne);
}
