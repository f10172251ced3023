/** Random numbers that are a pure function of a seed, the path of a component and a position. */
@NullMarked
package catallaxy.environment.base.random;

import org.jspecify.annotations.NullMarked;
