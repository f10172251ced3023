package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * What {@link V2Pair#mint} did.
 *
 * @param liquidity shares given to the provider; zero unless the status is {@link V2Status#OK}
 */
public record V2Mint(V2Status status, UInt256 liquidity) {
    static V2Mint reverted(V2Status status) {
        return new V2Mint(status, UInt256.ZERO);
    }
}
