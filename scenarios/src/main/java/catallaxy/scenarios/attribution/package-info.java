/** Where an agent's profit came from: every change of its equity has a cause, and the causes sum to the whole. */
@NullMarked
package catallaxy.scenarios.attribution;

import org.jspecify.annotations.NullMarked;
