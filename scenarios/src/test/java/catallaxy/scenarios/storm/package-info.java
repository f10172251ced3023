/** Everything that a market can do, at random and for long. */
@NullMarked
package catallaxy.scenarios.storm;

import org.jspecify.annotations.NullMarked;
