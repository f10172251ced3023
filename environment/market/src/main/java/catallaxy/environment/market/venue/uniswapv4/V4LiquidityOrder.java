package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.base.number.Int256;

/**
 * What somebody asks to be done to a position.
 *
 * @param liquidityDelta what is added, removed where it is negative; zero pays the fees alone
 * @param salt           that tells positions of one owner and one range apart
 */
public record V4LiquidityOrder(int lower, int upper, Int256 liquidityDelta, long salt) {}
