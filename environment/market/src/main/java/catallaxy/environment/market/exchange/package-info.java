/** Order-book exchanges: accounts, holds, fees and latency around matching engines. */
@NullMarked
package catallaxy.environment.market.exchange;

import org.jspecify.annotations.NullMarked;
