/** Tests of the population on a small market. */
@NullMarked
package catallaxy.environment.market.population;

import org.jspecify.annotations.NullMarked;
