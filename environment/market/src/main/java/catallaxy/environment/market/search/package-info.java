/** Searchers: background participants who look at what waits in mempools and hand builders bundles around it. */
@NullMarked
package catallaxy.environment.market.search;

import org.jspecify.annotations.NullMarked;
