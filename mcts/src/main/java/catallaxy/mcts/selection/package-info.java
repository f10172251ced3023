/** Rules that choose a move: upper confidence bounds, PUCT, Gumbel, sequential halving. */
@NullMarked
package catallaxy.mcts.selection;

import org.jspecify.annotations.NullMarked;
