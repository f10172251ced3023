/** The discrete-event kernel: the ordered event queue, the trace digest, and saved state. */
@NullMarked
package catallaxy.environment.market.kernel;

import org.jspecify.annotations.NullMarked;
