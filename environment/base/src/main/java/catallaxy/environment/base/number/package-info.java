/** Unsigned 256-bit integers as contracts compute with them. */
@NullMarked
package catallaxy.environment.base.number;

import org.jspecify.annotations.NullMarked;
