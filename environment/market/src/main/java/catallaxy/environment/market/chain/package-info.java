/** Chains: transactions, mempool, block building, fees. */
@NullMarked
package catallaxy.environment.market.chain;

import org.jspecify.annotations.NullMarked;
