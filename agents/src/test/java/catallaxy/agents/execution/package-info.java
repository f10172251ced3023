/** Tests of what an executor learns. */
@NullMarked
package catallaxy.agents.execution;

import org.jspecify.annotations.NullMarked;
