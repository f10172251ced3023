package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/** What a flash swap does between receiving the output and the pool's check of its invariant. */
@FunctionalInterface
public interface V2Callee {
    /** What a swap without a flash does. */
    V2Callee NOTHING = (amount0Out, amount1Out) -> V2Status.OK;

    /**
     * Uses the output and pays the pool's account.
     *
     * @return {@link V2Status#OK}, or the reason with which the whole swap reverts
     */
    V2Status called(UInt256 amount0Out, UInt256 amount1Out);
}
