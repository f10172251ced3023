/** Tests of the command line. */
@NullMarked
package catallaxy.scenarios.command;

import org.jspecify.annotations.NullMarked;
