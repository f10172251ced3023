package catallaxy.environment.market.venue.concentrated;

import catallaxy.environment.base.number.UInt256;

/**
 * What one step of a swap does, over constant liquidity.
 *
 * @param sqrtPriceX96 the price after it
 * @param amountIn     taken for the move, without the fee, base units
 * @param amountOut    given, base units
 * @param feeAmount    taken as the fee, base units of what is paid in
 */
public record SwapStep(UInt256 sqrtPriceX96, UInt256 amountIn, UInt256 amountOut, UInt256 feeAmount) {}
