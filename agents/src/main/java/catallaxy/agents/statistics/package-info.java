/** Tail-risk measures of a sample of returns and their backtest. */
@NullMarked
package catallaxy.agents.statistics;

import org.jspecify.annotations.NullMarked;
