/** Typed actors around agents and market, and the driver that runs a market with them. */
@NullMarked
package catallaxy.agents.actor;

import org.jspecify.annotations.NullMarked;
