/** Flash loans of every protocol, replayed as they were recorded. */
@NullMarked
package catallaxy.environment.market.venue.flash;

import org.jspecify.annotations.NullMarked;
