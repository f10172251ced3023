/** Tests of risk models and backtests. */
@NullMarked
package catallaxy.agents.risk;

import org.jspecify.annotations.NullMarked;
