/** Saved state as bytes: one writer, one reader that tells damage from data. */
@NullMarked
package catallaxy.environment.base.state;

import org.jspecify.annotations.NullMarked;
