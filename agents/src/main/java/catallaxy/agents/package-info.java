/** What acts in the market: policies, and the typed actors that carry them. */
@NullMarked
package catallaxy.agents;

import org.jspecify.annotations.NullMarked;
