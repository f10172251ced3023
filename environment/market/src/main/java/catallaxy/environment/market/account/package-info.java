/** Participants, their ledger accounts at every place, and what they did so far. */
@NullMarked
package catallaxy.environment.market.account;

import org.jspecify.annotations.NullMarked;
