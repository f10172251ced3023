/** The learning interface: parallel multi-agent reset and step, with observation and action specs. */
@NullMarked
package catallaxy.environment.market.learning;

import org.jspecify.annotations.NullMarked;
