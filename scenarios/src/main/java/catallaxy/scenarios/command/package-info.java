/** The command line: one thin class per command, one place that prints answers and errors. */
@NullMarked
package catallaxy.scenarios.command;

import org.jspecify.annotations.NullMarked;
