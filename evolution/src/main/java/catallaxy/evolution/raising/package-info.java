/** Population-based training: learners that are raised together, copy one another, and change their settings while they train. */
@NullMarked
package catallaxy.evolution.raising;

import org.jspecify.annotations.NullMarked;
