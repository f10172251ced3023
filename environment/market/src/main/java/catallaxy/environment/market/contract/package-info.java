/** What a contract on a chain is: kind, frame, call, result, and the registry of all kinds. */
@NullMarked
package catallaxy.environment.market.contract;

import org.jspecify.annotations.NullMarked;
