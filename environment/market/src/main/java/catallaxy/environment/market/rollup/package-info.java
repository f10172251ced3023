/** Rollups: what their users do through the chain that they settle on. */
@NullMarked
package catallaxy.environment.market.rollup;

import org.jspecify.annotations.NullMarked;
