/** Problems whose answer is known, and the referees that know it. */
@NullMarked
package catallaxy.agents.problem;

import org.jspecify.annotations.NullMarked;
