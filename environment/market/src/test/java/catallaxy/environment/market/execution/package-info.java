/** Tests of the executor. */
@NullMarked
package catallaxy.environment.market.execution;

import org.jspecify.annotations.NullMarked;
