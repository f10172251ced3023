/** Statistics of the scores by which learners are compared over several runs. */
@NullMarked
package catallaxy.agents.statistics;

import org.jspecify.annotations.NullMarked;
