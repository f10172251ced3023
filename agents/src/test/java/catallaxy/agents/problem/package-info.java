/** Tests of the solved problems: one contract for all, each problem's physics, and environments against referees. */
@NullMarked
package catallaxy.agents.problem;

import org.jspecify.annotations.NullMarked;
