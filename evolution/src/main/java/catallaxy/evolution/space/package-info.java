/** Spaces of named settings: numbers on linear and logarithmic scales, whole numbers, choices, and keys that matter only with others. */
@NullMarked
package catallaxy.evolution.space;

import org.jspecify.annotations.NullMarked;
