/** Unsigned 256-bit integers as contracts compute with them. */
@NullMarked
package catallaxy.environment.market.arithmetic;

import org.jspecify.annotations.NullMarked;
