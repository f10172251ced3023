/** Arithmetic of liquidity between ticks, which several protocols share: prices of ticks, steps of a swap, fee growth. */
@NullMarked
package catallaxy.environment.market.venue.concentrated;

import org.jspecify.annotations.NullMarked;
