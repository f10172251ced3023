package catallaxy.environment.market.ledger;

import java.util.List;

/**
 * What one look at a whole {@link Ledger} found.
 *
 * @param checks statements tested: one sum per asset, one sign per ordinary account and asset
 * @param violations what did not hold, in order of asset then account; empty if value is conserved
 */
public record Conservation(long checks, List<Violation> violations) {
    public Conservation {
        violations = List.copyOf(violations);
    }

    /** Whether every statement held: no asset leaks and nobody but issuers owes. */
    public boolean holds() {
        return violations.isEmpty();
    }

    /** A statement about an asset that does not hold. */
    public sealed interface Violation {
        /** The asset's symbol. */
        String asset();

        /** Balances of all accounts do not sum to zero; {@code sum} is signed decimal base units. */
        record Leak(String asset, String sum) implements Violation {}

        /** An account that is no issuer owes; {@code balance} is signed decimal base units. */
        record Overdraft(String account, String asset, String balance) implements Violation {}
    }
}
