/** Tests of what agents observe and decide. */
@NullMarked
package catallaxy.environment.market.learning;

import org.jspecify.annotations.NullMarked;
