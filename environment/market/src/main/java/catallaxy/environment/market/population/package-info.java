/** The background population of traders and liquidity providers. */
@NullMarked
package catallaxy.environment.market.population;

import org.jspecify.annotations.NullMarked;
