/**
 * The executor: a seat that is told what trades promise on each chain, and chooses on which one, with whose money, how large and with how
 * much slippage each is executed.
 */
@NullMarked
package catallaxy.environment.market.execution;

import org.jspecify.annotations.NullMarked;
