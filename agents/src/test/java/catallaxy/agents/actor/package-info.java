/** Tests of the typed actors. */
@NullMarked
package catallaxy.agents.actor;

import org.jspecify.annotations.NullMarked;
