package catallaxy.environment.market.venue.balancer;

import catallaxy.environment.base.number.UInt256;

/**
 * A swap with one pool.
 *
 * @param pool     its number in the vault
 * @param assetIn  asset of the ledger that is paid in
 * @param assetOut asset of the ledger that is paid out
 * @param amount   base units of what is given: the input, or the output; in a batch, zero stands for what the swap before computed
 */
public record BalancerSwap(int pool, int assetIn, int assetOut, UInt256 amount) {}
