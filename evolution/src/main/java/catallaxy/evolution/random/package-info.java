/** Search by chance alone, with which every other is compared. */
@NullMarked
package catallaxy.evolution.random;

import org.jspecify.annotations.NullMarked;
