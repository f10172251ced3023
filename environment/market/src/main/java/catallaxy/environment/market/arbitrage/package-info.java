/**
 * Arbitrage over a market: what can be turned into what, the cycles that gain, their exact sizes, and what all of them together could gain
 * at most. It stands on the view of a market alone, so that searchers, roles, agents and planners on forks use the same.
 */
@NullMarked
package catallaxy.environment.market.arbitrage;

import org.jspecify.annotations.NullMarked;
