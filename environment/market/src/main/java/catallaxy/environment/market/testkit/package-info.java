/** What a venue has to keep, checked on a market of its own; for the tests of who adds one. */
@NullMarked
package catallaxy.environment.market.testkit;

import org.jspecify.annotations.NullMarked;
