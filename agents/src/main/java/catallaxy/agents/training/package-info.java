/**
 * Training around any learning algorithm: the loop, evaluation on held-out seeds, early stopping, and checkpoints from
 * which a run goes on bit for bit.
 */
@NullMarked
package catallaxy.agents.training;

import org.jspecify.annotations.NullMarked;
