/** What venues and roles have to keep, checked on markets; for the tests of who adds one. */
@NullMarked
package catallaxy.environment.market.testkit;

import org.jspecify.annotations.NullMarked;
