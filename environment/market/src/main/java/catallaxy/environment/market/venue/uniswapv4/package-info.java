/** Uniswap V4: one manager of many pools, whose users settle what they owe at the end, and hooks that pools call. */
@NullMarked
package catallaxy.environment.market.venue.uniswapv4;

import org.jspecify.annotations.NullMarked;
