package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.base.number.UInt256;

/**
 * What a swap does.
 *
 * @param amountIn  paid in, fee included, base units; zero unless the status is {@link V3Status#OK}
 * @param amountOut given out, base units
 * @param crossed   initialised ticks that the price crosses
 */
public record V3Trade(V3Status status, UInt256 amountIn, UInt256 amountOut, int crossed) {
    V3Amounts owed(boolean zeroForOne) {
        return zeroForOne ? V3Amounts.of(amountIn, UInt256.ZERO) : V3Amounts.of(UInt256.ZERO, amountIn);
    }

    V3Amounts given(boolean zeroForOne) {
        return zeroForOne ? V3Amounts.of(UInt256.ZERO, amountOut) : V3Amounts.of(amountOut, UInt256.ZERO);
    }

    static V3Trade reverted(V3Status status) {
        return new V3Trade(status, UInt256.ZERO, UInt256.ZERO, 0);
    }
}
