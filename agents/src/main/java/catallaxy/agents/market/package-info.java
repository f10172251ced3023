/** Learning in the market: many worlds stepped together with several learners in each, and what everybody earned in them. */
@NullMarked
package catallaxy.agents.market;

import org.jspecify.annotations.NullMarked;
