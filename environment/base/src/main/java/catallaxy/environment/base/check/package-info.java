/** Checks of arguments, with the value that was found in the message. */
@NullMarked
package catallaxy.environment.base.check;

import org.jspecify.annotations.NullMarked;
