/** Games whose answers are known, and their exact solutions. */
@NullMarked
package catallaxy.mcts.game;

import org.jspecify.annotations.NullMarked;
