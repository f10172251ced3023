/** Bridges that lock on one chain and mint on another. */
@NullMarked
package catallaxy.environment.market.bridge;

import org.jspecify.annotations.NullMarked;
