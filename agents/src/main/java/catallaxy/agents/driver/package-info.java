/** Drivers: what asks agents for decisions and applies them to an environment, and the rule for agents that fail. */
@NullMarked
package catallaxy.agents.driver;

import org.jspecify.annotations.NullMarked;
