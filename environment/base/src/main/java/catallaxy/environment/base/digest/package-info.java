/** The running digest of a trace. */
@NullMarked
package catallaxy.environment.base.digest;

import org.jspecify.annotations.NullMarked;
