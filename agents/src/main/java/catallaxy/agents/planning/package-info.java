/** Agents that look ahead: a search over copies of the market, whose futures are drawn and not the market's own. */
@NullMarked
package catallaxy.agents.planning;

import org.jspecify.annotations.NullMarked;
