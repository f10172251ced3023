/** Roles: what an agent in a seat observes, may do, and is rewarded for. */
@NullMarked
package catallaxy.environment.market.role;

import org.jspecify.annotations.NullMarked;
