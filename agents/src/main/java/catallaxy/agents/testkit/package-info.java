/** Published support for the tests of a user's own agents: contexts, observations and accounts that a test says,
 * a scripted market, and a recorder of what happened in it. */
@NullMarked
package catallaxy.agents.testkit;

import org.jspecify.annotations.NullMarked;
