/** What a participant works out before it sends a command: closed-form sizes, gas, and orders that take liquidity. */
@NullMarked
package catallaxy.environment.market.trading;

import org.jspecify.annotations.NullMarked;
