package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.concentrated.RangeCurve;
import catallaxy.environment.market.venue.concentrated.RangePool;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * A pool of a manager as quotes of it are made.
 *
 * @param now time of a swap, on which its fee may depend
 */
record V4Prices(V4Pools pools, V4PoolKey key, LongSupplier now) implements RangePool {
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

    /** Fee of the liquidity, pips: that of its hook where it says one before the swap, else the pool's. */
    int lpFeePips(boolean zeroForOne) {
        V4Hook hook = key.isDynamic() ? pools.hook(key.hook()) : null;
        OptionalInt said = hook == null ? OptionalInt.empty() : hook.feeOverride(zeroForOne, now.getAsLong());
        return said.orElse(state().lpFeePips());
    }

    @Override
    public double feeRate(boolean zeroForOne) {
        int lpFeePips = lpFeePips(zeroForOne);
        return V4Fees.ofSwap(V4Fees.ofProtocol(state().protocolFee(), zeroForOne), lpFeePips) / 1e6;
    }

    @Override
    public UInt256 out(boolean zeroForOne, UInt256 in) {
        try {
            V4Trade trade = pool().quote(UniswapV4Contract.order(zeroForOne, in), lpFeePips(zeroForOne));
            return UniswapV4Contract.out(trade, zeroForOne);
        } catch (V4Revert refused) {
            return UInt256.ZERO;
        }
    }

    @Override
    public RangeCurve curve(boolean zeroForOne) {
        V4State state = state();
        return new RangeCurve(state.sqrtPriceX96(), state.tick(), state.liquidity(), pool().ticks(), zeroForOne);
    }
}
