package catallaxy.environment.market.venue.pool;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/**
 * What a pool that lends for the length of a call offers borrowers: all that its account holds of its assets.
 *
 * @param venues of its pairs
 */
record PoolFlashLender(int flashVenue, List<Integer> venues, SharedPool pool, PoolFlash flash, Ledger ledger)
        implements FlashLender {
    @Override
    public List<Integer> flashLocks() {
        return venues;
    }

    @Override
    public List<Integer> flashAssets() {
        return pool.assets();
    }

    @Override
    public UInt256 flashMost(int asset) {
        return ledger.balance(pool.account(), asset);
    }

    @Override
    public UInt256 flashFee(int asset, UInt256 amount) {
        return flash.fee(amount);
    }
}
