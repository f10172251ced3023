package catallaxy.environment.api.venue;

import java.util.function.IntToDoubleFunction;

/**
 * A venue at which accounts own or owe what none of their balances and shares shows: liquidity in ranges, deposits and debts, margin.
 * What they are worth counts in the owner's equity. Of venues that share a contract the first alone offers it. A view of the present
 * state, valid as long as its market.
 */
public interface Claims {
    /**
     * Worth of all that an account may claim here less what it owes, where the prices of the world, and not those of the venue, hold;
     * negative where it owes more.
     *
     * @param account of the ledger
     * @param prices  worth of a whole unit of each asset, by its index
     */
    double worth(int account, IntToDoubleFunction prices);

    /**
     * Whole units of an asset that an account may claim there less what it owes: by how much its {@link #worth} moves with the asset's
     * price, so that the sum over all assets of quantity times price is the worth.
     */
    double quantity(int account, int asset, IntToDoubleFunction prices);
}
