/** Searches: one tree, many trees, many threads. */
@NullMarked
package catallaxy.mcts.search;

import org.jspecify.annotations.NullMarked;
