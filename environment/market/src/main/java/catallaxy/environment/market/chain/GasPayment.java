package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;

/**
 * What a transaction pays for its place in a block: {@code gas used · (base fee + tip)} and what its data costs. It is set aside for
 * the length of the call, which therefore cannot spend it, and is paid whatever became of the call. The base fee is burned and
 * the tip is the proposer's: EIP-1559, https://eips.ethereum.org/EIPS/eip-1559.
 *
 * @param payer   account of the ledger
 * @param tipWei  priority fee per gas at the block's base fee
 * @param dataWei what the chain charges for data, beside gas
 */
record GasPayment(
        BlockExecution.Header header,
        Settlement settlement,
        Transaction transaction,
        int payer,
        long tipWei,
        UInt256 dataWei) {
    private static final double WEI = 1e18;

    /** Base fee and tip, wei per gas. */
    long priceWei() {
        return header.fees().baseFeeWei() + tipWei;
    }

    private int asset() {
        return header.spec().gas().gasAsset();
    }

    /** What the whole gas limit and the data cost. */
    private UInt256 most() {
        return Wei.times(priceWei(), transaction.gasLimit()).plusExact(dataWei);
    }

    private int aside() {
        return settlement.accounts().transit(transaction.participant());
    }

    /** Sets aside what the transaction may cost, until {@link #release}. */
    void setAside() {
        settlement.ledger().transfer(payer, aside(), asset(), most());
    }

    /** Gives back what was set aside. */
    void release() {
        settlement.ledger().transfer(aside(), payer, asset(), most());
    }

    /** Pays for the gas that was used, and for the data. */
    void pay(long gasUsed) {
        FeeAccounts accounts = header.accounts();
        pay(accounts.burned(), Wei.times(header.fees().baseFeeWei(), gasUsed));
        pay(accounts.proposers(), Wei.times(tipWei, gasUsed));
        if (!dataWei.isZero()) {
            pay(accounts.data(), dataWei);
        }
    }

    private void pay(int account, UInt256 wei) {
        if (!settlement.ledger().transfer(payer, account, asset(), wei)) {
            throw new IllegalStateException(transaction + ": " + wei + " wei were set aside on "
                    + header.spec().id() + " but not paid");
        }
    }

    /** Counts what was paid among what its sender has paid, and reports what the data cost. */
    void tell(long gasUsed) {
        int sender = transaction.participant();
        double mark = settlement.mark(asset());
        settlement.totals(sender).gas(gasUsed * (priceWei() / WEI) * mark);
        if (dataWei.isZero()) {
            return;
        }
        settlement.totals(sender).gas(settlement.ledger().toWhole(asset(), dataWei) * mark);
        settlement
                .log()
                .emit(new MarketEvent.DataPaid(
                        header.timeNanos(), header.chain(), header.number(), sender, transaction.nonce(), dataWei));
    }
}
