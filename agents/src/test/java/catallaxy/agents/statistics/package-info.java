/** Tests of the risk measures. */
@NullMarked
package catallaxy.agents.statistics;

import org.jspecify.annotations.NullMarked;
