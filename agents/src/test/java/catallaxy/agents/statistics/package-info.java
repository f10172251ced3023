/** Tests of the statistics of scores. */
@NullMarked
package catallaxy.agents.statistics;

import org.jspecify.annotations.NullMarked;
