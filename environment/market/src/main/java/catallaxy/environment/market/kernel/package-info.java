/** The discrete-event kernel: the ordered event queue, and tables with stable slots. */
@NullMarked
package catallaxy.environment.market.kernel;

import org.jspecify.annotations.NullMarked;
