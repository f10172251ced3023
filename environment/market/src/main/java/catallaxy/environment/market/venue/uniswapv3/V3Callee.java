package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;

/** What whoever calls a pool does when the pool calls back: before the pool looks whether it was paid. */
@FunctionalInterface
public interface V3Callee {
    /**
     * Pays the pool's account.
     *
     * @param owed0 of token0: the amount of a mint or a swap, the fee alone of a flash; base units
     * @param owed1 of token1
     * @return {@link V3Status#OK}, or the reason with which the whole operation reverts
     */
    V3Status called(UInt256 owed0, UInt256 owed1);
}
