/** Tree search over anything that has positions and moves: games, and forks of a market. */
@NullMarked
package catallaxy.mcts;

import org.jspecify.annotations.NullMarked;
