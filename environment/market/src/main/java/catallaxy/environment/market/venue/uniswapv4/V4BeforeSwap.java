package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;

/**
 * What a hook answers before a swap. Deltas count only with {@link V4Permissions#BEFORE_SWAP_RETURNS_DELTA}, the fee only in a pool whose
 * fee is dynamic.
 *
 * @param specified   of the currency whose amount the swapper gave, what the hook takes; negative for what it gives
 * @param unspecified the same of the other currency
 * @param lpFee       the fee of this swap, with {@link V4Fees#OVERRIDE}; anything else leaves the pool's
 */
public record V4BeforeSwap(Int256 specified, Int256 unspecified, int lpFee) {
    /** Nothing. */
    public static final V4BeforeSwap NONE = new V4BeforeSwap(Int256.ZERO, Int256.ZERO, 0);
}
