/** Fitness as a sample: objectives, what one trial of a candidate gives, the mean over trials, and who runs them on all cores. */
@NullMarked
package catallaxy.evolution.fitness;

import org.jspecify.annotations.NullMarked;
