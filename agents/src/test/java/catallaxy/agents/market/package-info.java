/** Tests of what experts bring to learners. */
@NullMarked
package catallaxy.agents.market;

import org.jspecify.annotations.NullMarked;
