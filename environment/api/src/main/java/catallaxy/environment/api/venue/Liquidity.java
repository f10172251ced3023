package catallaxy.environment.api.venue;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;

/**
 * A venue that holds both its assets for those who provided them, against shares of equal right. A view of the present state,
 * valid as long as its market.
 */
public interface Liquidity {
    /** Base asset held, whole units. */
    double base();

    /** Quote asset held, whole units. */
    double quote();

    /** Shares of a ledger account, base units. */
    UInt256 shares(int account);

    /** All shares, base units. */
    UInt256 totalShares();

    /**
     * Worth of all shares where the prices of the world, and not those of the venue, hold: what nobody can raise by a swap.
     *
     * @param basePrice  worth of a whole unit of base
     * @param quotePrice worth of a whole unit of quote
     */
    double worthAt(double basePrice, double quotePrice);

    /**
     * Base that all shares stand for where the prices of the world hold: of what they are {@link #worthAt worth} there, how much a
     * change of the base asset's price moves. Whole units.
     *
     * @param basePrice  worth of a whole unit of base
     * @param quotePrice worth of a whole unit of quote
     */
    double baseAt(double basePrice, double quotePrice);

    /** Deposits both assets in the venue's ratio for shares: at most the amounts, at least the others. */
    Call add(UInt256 base, UInt256 quote, UInt256 leastBase, UInt256 leastQuote);

    /** Gives shares back for both assets, of which there must be so many. */
    Call remove(Amount shares, UInt256 leastBase, UInt256 leastQuote);
}
