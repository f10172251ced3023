/** Price feeds: what reporters tell of prices, and the median of it. */
@NullMarked
package catallaxy.environment.market.venue.feed;

import org.jspecify.annotations.NullMarked;
