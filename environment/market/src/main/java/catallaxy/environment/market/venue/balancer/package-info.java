/** Balancer V2: weighted and stable pools, and the vault that holds what they own, unit for unit as deployed. */
@NullMarked
package catallaxy.environment.market.venue.balancer;

import org.jspecify.annotations.NullMarked;
