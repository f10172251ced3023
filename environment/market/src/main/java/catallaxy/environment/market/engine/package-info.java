/** The market engine: chains, venues, bridges and world composed under one event queue. */
@NullMarked
package catallaxy.environment.market.engine;

import org.jspecify.annotations.NullMarked;
