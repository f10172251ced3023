/** Functions of real vectors whose least value is known, for searches to be measured by. */
@NullMarked
package catallaxy.evolution.function;

import org.jspecify.annotations.NullMarked;
