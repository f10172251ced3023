package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** What a pool lends for the length of a call: all that it holds, at its fee. */
record V3FlashLender(int flashVenue, V3Pool pool, Ledger ledger) implements FlashLender {
    @Override
    public List<Integer> flashLocks() {
        return List.of(flashVenue);
    }

    @Override
    public List<Integer> flashAssets() {
        return List.of(pool.asset0(), pool.asset1());
    }

    @Override
    public UInt256 flashMost(int asset) {
        return ledger.balance(pool.account(), asset);
    }

    @Override
    public UInt256 flashFee(int asset, UInt256 amount) {
        return V3Flash.fee(amount, pool.feePips());
    }
}
