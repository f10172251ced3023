/** European options: prices, sensitivities and a surface of implied volatilities without arbitrage. */
@NullMarked
package catallaxy.environment.market.venue.option;

import org.jspecify.annotations.NullMarked;
