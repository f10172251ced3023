/** The tokens of a chain, as far as participants send them. */
@NullMarked
package catallaxy.environment.market.token;

import org.jspecify.annotations.NullMarked;
