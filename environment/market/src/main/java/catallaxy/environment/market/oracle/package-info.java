/** Where contracts get the prices of assets from. */
@NullMarked
package catallaxy.environment.market.oracle;

import org.jspecify.annotations.NullMarked;
