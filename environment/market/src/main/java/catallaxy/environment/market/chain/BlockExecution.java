package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The block under construction: executes what its builder gives, has it paid for, and counts. Lives as long as the
 * production of the block.
 */
final class BlockExecution implements OpenBlock {
    private static final double WEI = 1e18;

    private final Header header;
    private final Mempool mempool;
    private final Nonces nonces;
    private final Settlement settlement;
    private final CallExecutor executor;
    private final boolean undoable;
    private long gasUsed;
    private int transactions;
    private int reverted;
    /** What was taken out of the pool, and whether it was executed. */
    private final List<UndoableBlock.Taken> taken = new ArrayList<>();

    private final Map<Integer, Totals> before = new TreeMap<>();

    /**
     * What a block's transactions have in common.
     *
     * @param chain    index of the chain, and of its place
     * @param number   of the block
     * @param fees     which says what gas costs, and who else wants it
     * @param accounts where fees go
     */
    record Header(int chain, ChainSpec spec, long number, long timeNanos, FeeMarket fees, FeeAccounts accounts) {}

    /** @param undoable whether it may be undone, so that it remembers what it takes */
    BlockExecution(
            Header header,
            Mempool mempool,
            Nonces nonces,
            Settlement settlement,
            CallExecutor executor,
            boolean undoable) {
        this.undoable = undoable;
        this.header = header;
        this.mempool = mempool;
        this.nonces = nonces;
        this.settlement = settlement;
        this.executor = executor;
    }

    long gasUsed() {
        return gasUsed;
    }

    /** What left the pool for this block, in its order. */
    List<UndoableBlock.Taken> taken() {
        return List.copyOf(taken);
    }

    /** What each sender did in this block. */
    Map<Integer, Totals> done() {
        Map<Integer, Totals> done = new TreeMap<>();
        before.forEach(
                (sender, totals) -> done.put(sender, settlement.totals(sender).since(totals)));
        return done;
    }

    /** Transactions in the block so far. */
    int transactions() {
        return transactions;
    }

    /** Those of them that reverted. */
    int reverted() {
        return reverted;
    }

    @Override
    public long baseFeeWei() {
        return header.fees().baseFeeWei();
    }

    @Override
    public long gasLeft() {
        return header.spec().gas().gasLimit() - gasUsed;
    }

    @Override
    public long gasLeftFor(Transaction transaction) {
        return gasLeft() - header.fees().gasAhead(transaction.priorityFeeWei(baseFeeWei()));
    }

    @Override
    public boolean include(Transaction transaction) {
        requireIncludable(transaction);
        SenderQueue.Entry entry = mempool.entry(transaction);
        if (undoable) {
            before.computeIfAbsent(
                    transaction.participant(),
                    sender -> settlement.totals(sender).copy());
        }
        mempool.remove(transaction);
        int payer = settlement.accounts().free(transaction.participant(), header.chain());
        UInt256 owned = settlement.ledger().balance(payer, header.spec().gas().gasAsset());
        if (Cost.of(transaction, executor).leftOf(owned).isEmpty()) {
            Chain.drop(settlement, header.timeNanos(), header.chain(), transaction, Chain.INSUFFICIENT_FUNDS);
            taken.add(new UndoableBlock.Taken(entry, false));
            return false;
        }
        taken.add(new UndoableBlock.Taken(entry, true));
        long tip = transaction.priorityFeeWei(baseFeeWei());
        UInt256 data = executor.dataFee(transaction.call());
        Execution execution = execute(transaction, payer, tip, data);
        mempool.promote(transaction.participant(), nonces.advance(transaction.participant()));
        payGas(transaction.participant(), payer, execution.gasUsed(), tip);
        payData(transaction, payer, data);
        count(transaction.participant(), execution);
        report(transaction, execution, baseFeeWei() + tip);
        return true;
    }

    private void requireIncludable(Transaction transaction) {
        if (!transaction.equals(mempool.executable(transaction.participant()))
                || transaction.maxFeePerGasWei() < baseFeeWei()
                || transaction.gasLimit() > gasLeft()) {
            throw new IllegalArgumentException(transaction + " at base fee " + baseFeeWei() + " wei and " + gasLeft()
                    + " gas left: expected an executable transaction that pays and fits");
        }
    }

    /** The sender's gas and data are set aside first, so that the call cannot spend them. */
    private Execution execute(Transaction transaction, int payer, long tipWei, UInt256 dataWei) {
        long now = header.timeNanos();
        if (now > transaction.deadlineNanos()) {
            return Execution.within(transaction.gasLimit(), "UniswapV2Router: EXPIRED", GasSchedule.EXPIRED);
        }
        int aside = settlement.accounts().transit(transaction.participant());
        UInt256 escrow =
                Wei.times(baseFeeWei() + tipWei, transaction.gasLimit()).plusExact(dataWei);
        settlement.ledger().transfer(payer, aside, header.spec().gas().gasAsset(), escrow);
        Execution execution =
                executor.execute(now, transaction.participant(), transaction.call(), transaction.gasLimit());
        settlement.ledger().transfer(aside, payer, header.spec().gas().gasAsset(), escrow);
        return execution;
    }

    private void payGas(int participant, int payer, long gas, long tipWei) {
        int asset = header.spec().gas().gasAsset();
        boolean paid = settlement
                        .ledger()
                        .transfer(payer, header.accounts().burned(), asset, Wei.times(baseFeeWei(), gas))
                && settlement.ledger().transfer(payer, header.accounts().proposers(), asset, Wei.times(tipWei, gas));
        if (!paid) {
            throw new IllegalStateException(
                    "gas of " + gas + " units was set aside on " + header.spec().id() + " but not paid");
        }
        double whole = gas * ((baseFeeWei() + tipWei) / WEI);
        settlement.totals(participant).gas(whole * settlement.mark(asset));
    }

    /** Data is paid for whatever became of the call. */
    private void payData(Transaction transaction, int payer, UInt256 dataWei) {
        if (dataWei.isZero()) {
            return;
        }
        int asset = header.spec().gas().gasAsset();
        if (!settlement.ledger().transfer(payer, header.accounts().data(), asset, dataWei)) {
            throw new IllegalStateException("data of " + dataWei + " wei was set aside on "
                    + header.spec().id() + " but not paid");
        }
        int sender = transaction.participant();
        settlement.totals(sender).gas(settlement.ledger().toWhole(asset, dataWei) * settlement.mark(asset));
        settlement
                .log()
                .emit(new MarketEvent.DataPaid(
                        header.timeNanos(), header.chain(), header.number(), sender, transaction.nonce(), dataWei));
    }

    private void count(int participant, Execution execution) {
        gasUsed += execution.gasUsed();
        transactions++;
        if (!execution.succeeded()) {
            reverted++;
            settlement.totals(participant).revert();
        }
    }

    private void report(Transaction transaction, Execution execution, long priceWei) {
        settlement
                .log()
                .emit(new MarketEvent.TransactionExecuted(
                        header.timeNanos(),
                        header.chain(),
                        header.number(),
                        transaction.participant(),
                        transaction.nonce(),
                        transaction.call().name(),
                        execution.reason(),
                        execution.gasUsed(),
                        priceWei));
    }
}
