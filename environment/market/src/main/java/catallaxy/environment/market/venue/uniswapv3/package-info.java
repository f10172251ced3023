/** Pools with liquidity in ranges of price, unit for unit those of Uniswap V3. */
@NullMarked
package catallaxy.environment.market.venue.uniswapv3;

import org.jspecify.annotations.NullMarked;
