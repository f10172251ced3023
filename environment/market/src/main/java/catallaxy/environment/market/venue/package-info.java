/** Venues as the scenario describes them. */
@NullMarked
package catallaxy.environment.market.venue;

import org.jspecify.annotations.NullMarked;
