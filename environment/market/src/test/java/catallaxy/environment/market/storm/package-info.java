/** Random operations at the contracts of every registered kind, without a market around them, and what must hold whatever is done. */
@NullMarked
package catallaxy.environment.market.storm;

import org.jspecify.annotations.NullMarked;
