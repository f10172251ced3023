package catallaxy.environment.market.venue.uniswapv4;

/**
 * In what a hook is called.
 *
 * @param manager that calls it, and that it may call
 * @param sender  account of who called the manager
 * @param key     of the pool
 */
public record V4Visit(V4Pools manager, int sender, V4PoolKey key) {}
