/** Constant-product pools, unit for unit those of Uniswap V2. */
@NullMarked
package catallaxy.environment.market.venue.uniswapv2;

import org.jspecify.annotations.NullMarked;
