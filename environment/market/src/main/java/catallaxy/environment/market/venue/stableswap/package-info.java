/** Pools of two to eight assets of like worth: StableSwap, unit for unit as deployed. */
@NullMarked
package catallaxy.environment.market.venue.stableswap;

import org.jspecify.annotations.NullMarked;
