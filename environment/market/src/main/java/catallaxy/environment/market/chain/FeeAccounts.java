package catallaxy.environment.market.chain;

/**
 * Ledger accounts that receive what transactions of a chain pay.
 *
 * @param burned    base fees
 * @param proposers priority fees
 */
public record FeeAccounts(int burned, int proposers) {}
