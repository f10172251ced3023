/** The exogenous world: fundamental prices in the quote currency, simulated from processes or replayed from candles. */
@NullMarked
package catallaxy.environment.market.world;

import org.jspecify.annotations.NullMarked;
