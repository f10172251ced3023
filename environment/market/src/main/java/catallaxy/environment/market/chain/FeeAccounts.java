package catallaxy.environment.market.chain;

/**
 * Ledger accounts that receive what transactions of a chain pay.
 *
 * @param burned    base fees
 * @param proposers priority fees
 * @param data      what a rollup charges for data; that of the proposers on a chain that charges for gas alone
 */
public record FeeAccounts(int burned, int proposers, int data) {}
