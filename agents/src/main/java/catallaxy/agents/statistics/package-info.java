/** Risk measures of returns with their backtests, and the comparison of learners over runs. */
@NullMarked
package catallaxy.agents.statistics;

import org.jspecify.annotations.NullMarked;
