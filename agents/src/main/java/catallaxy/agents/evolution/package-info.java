/** Learning as a problem of evolution: what controls a problem's worlds, and learners whose settings are searched. */
@NullMarked
package catallaxy.agents.evolution;

import org.jspecify.annotations.NullMarked;
