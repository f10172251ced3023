/**
 * The contracts between problems and learning algorithms: batches of worlds, batched policies, learners, and what they
 * leave in a checkpoint.
 */
@NullMarked
package catallaxy.agents.learning;

import org.jspecify.annotations.NullMarked;
