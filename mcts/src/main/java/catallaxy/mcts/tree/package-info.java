/** What searches have seen: positions and their moves in flat arrays, and how moves are chosen from them. */
@NullMarked
package catallaxy.mcts.tree;

import org.jspecify.annotations.NullMarked;
