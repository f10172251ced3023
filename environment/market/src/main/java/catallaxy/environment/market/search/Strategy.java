package catallaxy.environment.market.search;

import java.util.Optional;

/** How a searcher makes a bundle around a swap that waits. Immutable. */
interface Strategy {
    /** The most profitable bundle, if there is any around this swap. */
    Optional<Opportunity> around(SearchSight sight, WaitingSwap swap);
}
