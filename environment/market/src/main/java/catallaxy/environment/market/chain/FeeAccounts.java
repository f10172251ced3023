package catallaxy.environment.market.chain;

import java.util.List;

/**
 * Ledger accounts that receive what transactions of a chain pay.
 *
 * @param burned    base fees
 * @param proposers priority fees and bids of bundles, or what builders pay for blocks
 * @param data      what a rollup charges for data; that of the proposers on a chain that charges for gas alone
 * @param builders  of each builder that bids for blocks; none where proposers build them
 */
public record FeeAccounts(int burned, int proposers, int data, List<Integer> builders) {
    public FeeAccounts {
        builders = List.copyOf(builders);
    }

    /** Accounts of a chain whose proposers build its blocks. */
    public FeeAccounts(int burned, int proposers, int data) {
        this(burned, proposers, data, List.of());
    }

    /** The same where the fees of a block go to a builder. */
    FeeAccounts of(int builder) {
        return new FeeAccounts(burned, builders.get(builder), data, List.of());
    }
}
