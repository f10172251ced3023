package catallaxy.environment.market.venue.lending;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.ledger.Ledger;

/**
 * Ledger accounts of a lending market.
 *
 * @param pool     holds what is supplied and not lent
 * @param treasury has a position of its own, of what interest, liquidations and premiums leave it
 */
public record LendingAccounts(int pool, int treasury) {
    /** Opens the accounts {@code name} and {@code name/treasury}. */
    public static LendingAccounts open(Ledger ledger, String name) {
        int pool = ledger.openAccount(name);
        return new LendingAccounts(pool, ledger.openAccount(name + "/treasury"));
    }

    void save(StateWriter out) {
        out.int32(pool).int32(treasury);
    }

    static LendingAccounts load(StateReader in) {
        return new LendingAccounts(in.int32(), in.int32());
    }
}
