/** Tests of problems as something that can be evolved. */
@NullMarked
package catallaxy.agents.evolution;

import org.jspecify.annotations.NullMarked;
