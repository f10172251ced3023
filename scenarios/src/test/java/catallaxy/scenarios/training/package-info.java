/** Tests of training runs: their folders, how they are resumed, how their checkpoints are scored. */
@NullMarked
package catallaxy.scenarios.training;

import org.jspecify.annotations.NullMarked;
