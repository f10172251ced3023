/** Flash loans of every protocol, replayed as they were recorded. */
@NullMarked
package catallaxy.environment.market.flash;

import org.jspecify.annotations.NullMarked;
