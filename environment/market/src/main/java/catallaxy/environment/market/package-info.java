/** The simulated multi-chain market: a deterministic state machine in plain Java. */
@NullMarked
package catallaxy.environment.market;

import org.jspecify.annotations.NullMarked;
