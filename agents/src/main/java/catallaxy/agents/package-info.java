/** What acts in a market: the one interface of an agent, and what it is told when it is made. */
@NullMarked
package catallaxy.agents;

import org.jspecify.annotations.NullMarked;
