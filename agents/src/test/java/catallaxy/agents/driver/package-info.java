/** Tests of the drivers and the fault rule. */
@NullMarked
package catallaxy.agents.driver;

import org.jspecify.annotations.NullMarked;
