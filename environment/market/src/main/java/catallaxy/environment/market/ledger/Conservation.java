package catallaxy.environment.market.ledger;

import catallaxy.environment.base.number.UInt256;
import java.util.List;

/**
 * What one look at a whole {@link Ledger} found.
 *
 * @param checks statements tested: one sum per asset, one sign per ordinary account and asset
 * @param violations what did not hold, in order of asset then account; empty if value is conserved
 * @param shortfalls what protocols owe and do not have, by the rules of the market: losses of theirs, and no violations
 */
public record Conservation(long checks, List<Violation> violations, List<Shortfall> shortfalls) {
    public Conservation {
        violations = List.copyOf(violations);
        shortfalls = List.copyOf(shortfalls);
    }

    /** One in which every protocol has what it owes. */
    public Conservation(long checks, List<Violation> violations) {
        this(checks, violations, List.of());
    }

    /**
     * What a protocol owes and does not have.
     *
     * @param protocol its name
     * @param asset    symbol
     * @param amount   base units
     */
    public record Shortfall(String protocol, String asset, UInt256 amount) {}

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
