/** Risk models of returns, the risk measures that they forecast, and the backtests of these. */
@NullMarked
package catallaxy.agents.risk;

import org.jspecify.annotations.NullMarked;
