@NullMarked
package catallaxy.agents;

import org.jspecify.annotations.NullMarked;
