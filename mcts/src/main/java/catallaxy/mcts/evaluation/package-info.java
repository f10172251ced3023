/** What a position is worth before the search has looked further: random playouts and learned estimates. */
@NullMarked
package catallaxy.mcts.evaluation;

import org.jspecify.annotations.NullMarked;
