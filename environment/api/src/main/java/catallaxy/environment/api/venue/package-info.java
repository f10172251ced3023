/** What a venue offers to those who trade on it, whatever its protocol: capabilities, asked for by their class. */
@NullMarked
package catallaxy.environment.api.venue;

import org.jspecify.annotations.NullMarked;
