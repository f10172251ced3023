/** What pools of several assets have in common, whatever their formula: contract, calls, quotes, worth. */
@NullMarked
package catallaxy.environment.market.venue.pool;

import org.jspecify.annotations.NullMarked;
