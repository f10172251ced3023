/** Tests of seats as learners take them, and of what experts bring to learners. */
@NullMarked
package catallaxy.agents.seat;

import org.jspecify.annotations.NullMarked;
