/** Tests of the roles on a small market. */
@NullMarked
package catallaxy.environment.market.role;

import org.jspecify.annotations.NullMarked;
