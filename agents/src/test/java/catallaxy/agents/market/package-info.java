/** Tests of learning in the market. */
@NullMarked
package catallaxy.agents.market;

import org.jspecify.annotations.NullMarked;
