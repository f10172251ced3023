/** Tests of commands as bytes. */
@NullMarked
package catallaxy.environment.market.command;

import org.jspecify.annotations.NullMarked;
