/** The double-entry ledger: who owns how much of which asset, in integer base units. */
@NullMarked
package catallaxy.environment.market.ledger;

import org.jspecify.annotations.NullMarked;
