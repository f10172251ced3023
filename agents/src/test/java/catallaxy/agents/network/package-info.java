/** Tests of the networks and their optimiser. */
@NullMarked
package catallaxy.agents.network;

import org.jspecify.annotations.NullMarked;
