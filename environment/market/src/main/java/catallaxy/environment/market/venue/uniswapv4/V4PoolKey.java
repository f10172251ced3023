package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Comparator;

/**
 * What a pool is: any other of these makes another pool of the same manager.
 *
 * @param currency0   index of the asset with the lower address; in a scenario, of the base asset
 * @param currency1   of the other
 * @param fee         of liquidity, pips, or {@link V4Fees#DYNAMIC}
 * @param tickSpacing at which multiples of ticks positions begin and end
 * @param hook        ledger account of the hook, or {@link #NO_HOOK}
 */
public record V4PoolKey(int currency0, int currency1, int fee, int tickSpacing, int hook)
        implements Comparable<V4PoolKey> {
    /** No hook. */
    public static final int NO_HOOK = -1;

    private static final Comparator<V4PoolKey> ORDER = Comparator.comparingInt(V4PoolKey::currency0)
            .thenComparingInt(V4PoolKey::currency1)
            .thenComparingInt(V4PoolKey::fee)
            .thenComparingInt(V4PoolKey::tickSpacing)
            .thenComparingInt(V4PoolKey::hook);

    /** Whether the hook sets the fee. */
    public boolean isDynamic() {
        return fee == V4Fees.DYNAMIC;
    }

    int currency(boolean zero) {
        return zero ? currency0 : currency1;
    }

    @Override
    public int compareTo(V4PoolKey other) {
        return ORDER.compare(this, other);
    }

    void save(StateWriter out) {
        out.int32(currency0).int32(currency1).int32(fee).int32(tickSpacing).int32(hook);
    }

    static V4PoolKey load(StateReader in) {
        return new V4PoolKey(in.int32(), in.int32(), in.int32(), in.int32(), in.int32());
    }
}
