/** Constant-product pools, unit for unit those of Uniswap V2. */
@NullMarked
package catallaxy.environment.market.pool;

import org.jspecify.annotations.NullMarked;
