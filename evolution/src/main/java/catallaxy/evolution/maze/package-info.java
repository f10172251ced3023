/** The deceptive mazes of novelty search, through which a robot is steered. */
@NullMarked
package catallaxy.evolution.maze;

import org.jspecify.annotations.NullMarked;
