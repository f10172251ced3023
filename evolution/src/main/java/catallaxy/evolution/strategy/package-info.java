/** Evolution strategies: normal distributions of vectors that move to where costs are lower. */
@NullMarked
package catallaxy.evolution.strategy;

import org.jspecify.annotations.NullMarked;
