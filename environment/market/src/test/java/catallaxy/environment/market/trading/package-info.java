/** Tests of sizes and commands, and the small market on which roles and population are tried. */
@NullMarked
package catallaxy.environment.market.trading;

import org.jspecify.annotations.NullMarked;
