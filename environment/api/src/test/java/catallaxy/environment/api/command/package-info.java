/** Tests of commands as bytes. */
@NullMarked
package catallaxy.environment.api.command;

import org.jspecify.annotations.NullMarked;
