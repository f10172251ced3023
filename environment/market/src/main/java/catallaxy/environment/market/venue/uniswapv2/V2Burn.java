package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.base.number.UInt256;

/**
 * What {@link V2Pair#burn} did.
 *
 * @param amount0 base units of the first asset paid out; zero unless the status is {@link V2Status#OK}
 * @param amount1 the same of the second asset
 */
public record V2Burn(V2Status status, UInt256 amount0, UInt256 amount1) {
    static V2Burn reverted(V2Status status) {
        return new V2Burn(status, UInt256.ZERO, UInt256.ZERO);
    }
}
