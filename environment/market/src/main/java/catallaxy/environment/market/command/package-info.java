/** What a participant can ask of the market. */
@NullMarked
package catallaxy.environment.market.command;

import org.jspecify.annotations.NullMarked;
