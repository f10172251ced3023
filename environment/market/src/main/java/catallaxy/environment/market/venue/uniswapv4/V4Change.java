package catallaxy.environment.market.venue.uniswapv4;

/**
 * What a change of liquidity gives its owner, or takes where it is negative.
 *
 * @param delta in all
 * @param fees  of it, what the position has earned since its last change
 */
public record V4Change(V4Delta delta, V4Delta fees) {}
