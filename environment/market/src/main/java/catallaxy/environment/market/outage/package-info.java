/** Times at which chains and exchanges stand still. */
@NullMarked
package catallaxy.environment.market.outage;

import org.jspecify.annotations.NullMarked;
