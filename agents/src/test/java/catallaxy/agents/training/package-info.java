/** Tests of the training loop with a small learner and a small problem. */
@NullMarked
package catallaxy.agents.training;

import org.jspecify.annotations.NullMarked;
