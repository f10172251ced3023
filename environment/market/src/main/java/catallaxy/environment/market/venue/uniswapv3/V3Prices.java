package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeCurve;
import catallaxy.environment.market.venue.concentrated.RangePool;

/** A pool as quotes of it are made. */
record V3Prices(V3Pool pool) implements RangePool {
    @Override
    public int asset0() {
        return pool.asset0();
    }

    @Override
    public int asset1() {
        return pool.asset1();
    }

    @Override
    public UInt256 sqrtPriceX96() {
        return pool.sqrtPriceX96();
    }

    @Override
    public UInt256 liquidity() {
        return pool.liquidity();
    }

    @Override
    public int tickSpacing() {
        return pool.tickSpacing();
    }

    @Override
    public double feeRate(boolean zeroForOne) {
        return pool.feePips() / 1e6;
    }

    @Override
    public UInt256 out(boolean zeroForOne, UInt256 in) {
        return pool.quote(zeroForOne, true, in, V3Pool.farthestLimit(zeroForOne))
                .amountOut();
    }

    @Override
    public RangeCurve curve(boolean zeroForOne) {
        return new RangeCurve(
                pool.sqrtPriceX96(),
                pool.tick(),
                pool.liquidity(),
                pool.storage().ticks(),
                zeroForOne);
    }
}
