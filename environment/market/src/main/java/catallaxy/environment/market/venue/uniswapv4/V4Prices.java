package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeCurve;
import catallaxy.environment.market.venue.concentrated.RangePool;
import java.util.Objects;

/** A pool of a manager as quotes of it are made. */
record V4Prices(V4Pools pools, V4PoolKey key) implements RangePool {
    V4Pool pool() {
        return Objects.requireNonNull(pools.pool(key), "a pool of a venue");
    }

    private V4State state() {
        return pool().state();
    }

    @Override
    public int asset0() {
        return key.currency0();
    }

    @Override
    public int asset1() {
        return key.currency1();
    }

    @Override
    public UInt256 sqrtPriceX96() {
        return state().sqrtPriceX96();
    }

    @Override
    public UInt256 liquidity() {
        return state().liquidity();
    }

    @Override
    public int tickSpacing() {
        return key.tickSpacing();
    }

    @Override
    public double feeRate(boolean zeroForOne) {
        V4State state = state();
        return V4Fees.ofSwap(V4Fees.ofProtocol(state.protocolFee(), zeroForOne), state.lpFeePips()) / 1e6;
    }

    @Override
    public RangeCurve curve(boolean zeroForOne) {
        V4State state = state();
        return new RangeCurve(state.sqrtPriceX96(), state.tick(), state.liquidity(), pool().ticks(), zeroForOne);
    }
}
