/** Training runs: their folders, metrics, checkpoints and summaries, how they are resumed, and how policies are scored. */
@NullMarked
package catallaxy.scenarios.training;

import org.jspecify.annotations.NullMarked;
