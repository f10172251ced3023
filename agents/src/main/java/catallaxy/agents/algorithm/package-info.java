/**
 * Learning algorithms, one file each: {@link catallaxy.agents.algorithm.Ppo} and {@link catallaxy.agents.algorithm.A2c}
 * learn from rollouts of their own policy, the others from a memory of transitions.
 */
@NullMarked
package catallaxy.agents.algorithm;

import org.jspecify.annotations.NullMarked;
