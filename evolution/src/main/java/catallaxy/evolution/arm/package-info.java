/** The redundant planar arm, a problem of many behaviours. */
@NullMarked
package catallaxy.evolution.arm;

import org.jspecify.annotations.NullMarked;
