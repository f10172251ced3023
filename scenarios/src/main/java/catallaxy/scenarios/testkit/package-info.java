/** Published support for the tests of a user's own agents: what needs a scenario file. */
@NullMarked
package catallaxy.scenarios.testkit;

import org.jspecify.annotations.NullMarked;
