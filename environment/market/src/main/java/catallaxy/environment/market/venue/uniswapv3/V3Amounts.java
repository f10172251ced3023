package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;

/**
 * What an operation of both assets ended in: for a mint what was paid, for a burn what was credited, for a collect what was sent out, for
 * a flash the fees. Base units; both are zero unless the status is {@link V3Status#OK}.
 */
public record V3Amounts(V3Status status, UInt256 amount0, UInt256 amount1) {
    static V3Amounts of(UInt256 amount0, UInt256 amount1) {
        return new V3Amounts(V3Status.OK, amount0, amount1);
    }

    static V3Amounts reverted(V3Status status) {
        return new V3Amounts(status, UInt256.ZERO, UInt256.ZERO);
    }
}
