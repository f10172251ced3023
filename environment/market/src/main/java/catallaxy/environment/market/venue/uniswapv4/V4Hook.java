package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import java.util.OptionalInt;

/**
 * A contract that a pool calls at the moments that its permissions name. It may call the manager back, on its own account, whose deltas must
 * be settled by the end like everybody's. It reverts by a {@link V4Revert}, which the manager tells as {@code WrappedError}. What it
 * remembers must be taken back with the transaction: {@link V4Pools#onRevert}.
 */
public interface V4Hook {
    /** Which of the functions are called, of {@link V4Permissions}; always the same. */
    int permissions();

    /** Before a pool is initialised at a price. */
    default void beforeInitialize(V4Visit visit, UInt256 sqrtPriceX96) {}

    /** After a pool was initialised at a price, which is at a tick. */
    default void afterInitialize(V4Visit visit, UInt256 sqrtPriceX96, int tick) {}

    /** Before liquidity is added. */
    default void beforeAddLiquidity(V4Visit visit, V4LiquidityOrder order) {}

    /** After liquidity was added: what the hook takes of the provider's delta, or gives where it is negative. */
    default V4Delta afterAddLiquidity(V4Visit visit, V4LiquidityOrder order, V4Change change) {
        return V4Delta.ZERO;
    }

    /** Before liquidity is removed, or fees are paid alone. */
    default void beforeRemoveLiquidity(V4Visit visit, V4LiquidityOrder order) {}

    /** After liquidity was removed: what the hook takes of the provider's delta, or gives where it is negative. */
    default V4Delta afterRemoveLiquidity(V4Visit visit, V4LiquidityOrder order, V4Change change) {
        return V4Delta.ZERO;
    }

    /** Before a swap. */
    default V4BeforeSwap beforeSwap(V4Visit visit, V4Order order) {
        return V4BeforeSwap.NONE;
    }

    /**
     * After a swap: what the hook takes of the currency whose amount the swapper left open, or gives where it is negative.
     *
     * @param delta of the swap in the pool
     */
    default Int256 afterSwap(V4Visit visit, V4Order order, V4Delta delta) {
        return Int256.ZERO;
    }

    /** Before a donation. */
    default void beforeDonate(V4Visit visit, UInt256 amount0, UInt256 amount1) {}

    /** The fee that {@link #beforeSwap} would override, where it follows from direction and time: what quotes count with. */
    default OptionalInt feeOverride(boolean zeroForOne, long timeNanos) {
        return OptionalInt.empty();
    }

    /** An independent hook that remembers the same; itself where it remembers nothing. */
    default V4Hook copy() {
        return this;
    }

    /** Takes over what an earlier copy of itself remembers. */
    default void restore(V4Hook earlier) {}

    /** After a donation. */
    default void afterDonate(V4Visit visit, UInt256 amount0, UInt256 amount1) {}
}
