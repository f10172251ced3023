/** Tests of the published test support, and an environment of their own. */
@NullMarked
package catallaxy.agents.testkit;

import org.jspecify.annotations.NullMarked;
