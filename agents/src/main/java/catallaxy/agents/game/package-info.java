/** Games as problems that learners can be set: their worlds, what is seen of them, and how play is scored. */
@NullMarked
package catallaxy.agents.game;

import org.jspecify.annotations.NullMarked;
