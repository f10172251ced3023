/** The learning interface: parallel multi-agent reset and step, with observation and action specs. */
@NullMarked
package catallaxy.environment.api;

import org.jspecify.annotations.NullMarked;
