/** What a participant can ask of the market. */
@NullMarked
package catallaxy.environment.api.command;

import org.jspecify.annotations.NullMarked;
