/** Searches in a model that is learned: its states are vectors that a network makes, instead of positions. */
@NullMarked
package catallaxy.mcts.latent;

import org.jspecify.annotations.NullMarked;
