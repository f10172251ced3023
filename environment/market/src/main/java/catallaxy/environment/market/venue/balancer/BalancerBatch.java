package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;

/** The thread of a batch of swaps: what the last one computed, which the next may take as given. */
final class BalancerBatch {
    private final boolean givenIn;
    private boolean begun;
    private int asset = BalancerVault.NO_ASSET;
    private UInt256 amount = UInt256.ZERO;

    BalancerBatch(boolean givenIn) {
        this.givenIn = givenIn;
    }

    /** A swap with its amount filled in. */
    BalancerSwap resolved(BalancerSwap swap) {
        BalancerRevert.unless(swap.assetIn() != swap.assetOut(), BalancerError.CANNOT_SWAP_SAME_TOKEN);
        if (!swap.amount().isZero()) {
            return swap;
        }
        BalancerRevert.unless(begun, BalancerError.UNKNOWN_AMOUNT_IN_FIRST_SWAP);
        int given = givenIn ? swap.assetIn() : swap.assetOut();
        BalancerRevert.unless(given == asset, BalancerError.MALCONSTRUCTED_MULTIHOP_SWAP);
        return new BalancerSwap(swap.pool(), swap.assetIn(), swap.assetOut(), amount);
    }

    /** Notes what a swap computed. */
    void computed(BalancerSwap swap, UInt256 computed) {
        begun = true;
        asset = givenIn ? swap.assetOut() : swap.assetIn();
        amount = computed;
    }
}
