package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.venue.FlashLender;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;

/** What the manager lends of a pool's currencies within an unlock: all that it holds of them for whichever pool, for nothing. */
record V4FlashLender(int flashVenue, UniswapV4Contract contract, Ledger ledger) implements FlashLender {
    @Override
    public List<Integer> flashLocks() {
        return List.copyOf(contract.keys().keySet());
    }

    @Override
    public List<Integer> flashAssets() {
        V4PoolKey key = contract.key(flashVenue);
        return List.of(key.currency0(), key.currency1());
    }

    @Override
    public UInt256 flashMost(int asset) {
        return ledger.balance(contract.account(), asset);
    }

    @Override
    public UInt256 flashFee(int asset, UInt256 amount) {
        return UInt256.ZERO;
    }
}
