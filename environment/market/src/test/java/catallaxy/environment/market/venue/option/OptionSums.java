package catallaxy.environment.market.venue.option;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.ledger.Ledger;
import java.util.List;
import java.util.Optional;

/** What must hold of a vault of options, for tests elsewhere. */
public final class OptionSums {
    private OptionSums() {}

    /** What does not: all that it may have to pay is in its account, and shares and margins are those of their owners. */
    public static Optional<String> fault(Contract contract, Ledger ledger) {
        OptionContract vault = (OptionContract) contract;
        OptionSpec spec = vault.spec();
        for (int asset : List.of(spec.base(), spec.quote())) {
            UInt256 committed = vault.state().committed(spec, asset);
            if (ledger.balance(vault.account(), asset).isLessThan(committed)) {
                return Optional.of("the vault has " + ledger.balance(vault.account(), asset) + " of asset " + asset
                        + " and may have to pay " + committed);
            }
        }
        return Optional.empty();
    }
}
