/** Tests of what agents observe and decide. */
@NullMarked
package catallaxy.environment.api;

import org.jspecify.annotations.NullMarked;
