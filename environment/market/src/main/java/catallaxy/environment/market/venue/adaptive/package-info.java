/** Fees of pools that follow what happens in them: rules as immutable values, found by a registry. */
@NullMarked
package catallaxy.environment.market.venue.adaptive;

import org.jspecify.annotations.NullMarked;
