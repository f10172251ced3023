/** Calls that lead through other contracts: swaps over a path of venues, and batches. */
@NullMarked
package catallaxy.environment.market.router;

import org.jspecify.annotations.NullMarked;
