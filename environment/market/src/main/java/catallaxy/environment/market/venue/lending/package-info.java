/** A lending market with Aave v3.0.2's arithmetic: reserves, positions, liquidations and flash loans. */
@NullMarked
package catallaxy.environment.market.venue.lending;

import org.jspecify.annotations.NullMarked;
