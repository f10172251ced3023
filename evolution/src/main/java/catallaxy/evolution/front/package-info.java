/** Fronts of costs: how they are sorted, thinned, measured, and problems whose whole front is known. */
@NullMarked
package catallaxy.evolution.front;

import org.jspecify.annotations.NullMarked;
