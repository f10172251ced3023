@NullMarked
package catallaxy.agents.planning;

import org.jspecify.annotations.NullMarked;
