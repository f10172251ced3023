package catallaxy.environment.market.venue.pool;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * A pair of assets of a pool, as the scenario describes it. The pairs of a pool stand one after another in the order of
 * {@link PoolPairs}, and share its contract.
 */
public interface PoolSpec extends VenueSpec.OnChain {
    /** The pool's name, which no other pool has. */
    String pool();

    /** Indices of the pool's assets, in its order. */
    @Override
    List<Integer> assets();

    /** What it holds of each at the start, base units. */
    List<UInt256> balances();

    @Override
    default Object host() {
        return pool();
    }
}
