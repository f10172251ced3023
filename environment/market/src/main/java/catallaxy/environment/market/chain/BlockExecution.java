package catallaxy.environment.market.chain;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.account.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The block under construction: executes what its builder gives, has it paid for, and counts. Lives as long as the
 * production of the block.
 */
final class BlockExecution implements OpenBlock {
    private final Header header;
    private final Pools pools;
    private final Settlement settlement;
    private final CallExecutor executor;
    private final boolean undoable;
    private Count count = Count.NOTHING;
    /** What was taken out of the pool, and whether it was executed. */
    private final List<UndoableBlock.Taken> taken = new ArrayList<>();

    private final List<Bundle> bundled = new ArrayList<>();
    private final Map<Integer, Totals> before = new TreeMap<>();

    /**
     * What a block's transactions have in common.
     *
     * @param chain    index of the chain, and of its place
     * @param number   of the block
     * @param fees     which says what gas costs, and who else wants it
     * @param accounts where fees go
     * @param builder  who builds it
     */
    record Header(
            int chain, ChainSpec spec, long number, long timeNanos, FeeMarket fees, FeeAccounts accounts, int builder) {
        /** Who builds blocks that are not sold. */
        static final int PROPOSER = 0;

        /** The same block where a builder that bids for it builds it. */
        Header of(int candidate) {
            return new Header(chain, spec, number, timeNanos, fees, accounts.of(candidate), candidate);
        }
    }

    /** What is in the block so far. */
    private record Count(long gasUsed, int transactions, int reverted) {
        static final Count NOTHING = new Count(0, 0, 0);

        Count plus(Execution execution) {
            return new Count(
                    gasUsed + execution.gasUsed(), transactions + 1, execution.succeeded() ? reverted : reverted + 1);
        }
    }

    /** @param undoable whether it may be undone, so that it remembers what it takes */
    BlockExecution(Header header, Pools pools, Settlement settlement, CallExecutor executor, boolean undoable) {
        this.undoable = undoable;
        this.header = header;
        this.pools = pools;
        this.settlement = settlement;
        this.executor = executor;
    }

    long gasUsed() {
        return count.gasUsed();
    }

    /** What left the pool for this block, in its order. */
    List<UndoableBlock.Taken> taken() {
        return List.copyOf(taken);
    }

    /** The bundles in the block so far. */
    List<Bundle> bundled() {
        return List.copyOf(bundled);
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
        return count.transactions();
    }

    /** Those of them that reverted. */
    int reverted() {
        return count.reverted();
    }

    @Override
    public long baseFeeWei() {
        return header.fees().baseFeeWei();
    }

    @Override
    public long gasLeft() {
        return header.spec().gas().gasLimit() - count.gasUsed();
    }

    @Override
    public List<Bundle> bundles() {
        return pools.bundles().waitingFor(header.number(), header.builder());
    }

    @Override
    public BundleOutcome simulate(Bundle bundle) {
        if (bundled.contains(bundle)) {
            return BundleOutcome.failed("ALREADY_INCLUDED");
        }
        BundleOutcome outcome = runInTrial(new BundleRun(bundle, this));
        if (!outcome.ok() && !executor.isTrial()) {
            pools.bundles().leftOut(bundle, outcome.fault());
        }
        return outcome;
    }

    private BundleOutcome runInTrial(BundleRun run) {
        Count start = count;
        int first = taken.size();
        executor.beginTrial();
        BundleOutcome outcome = run.outcome();
        takeBack(first);
        count = start;
        executor.endTrial();
        return outcome;
    }

    /** What would become of a bundle as the block's next, and what its sender would have meanwhile; nothing of it stays. */
    BundleTrial tried(Bundle bundle) {
        BundleRun run = new BundleRun(bundle, this);
        BundleOutcome outcome = runInTrial(run);
        return new BundleTrial(outcome.fault(), outcome.gasUsed(), run.course(), run.given());
    }

    @Override
    public BundleOutcome include(Bundle bundle) {
        BundleOutcome expected = simulate(bundle);
        if (!expected.ok()) {
            return expected;
        }
        BundleOutcome outcome = new BundleRun(bundle, this).outcome();
        if (!outcome.equals(expected)) {
            throw new IllegalStateException(bundle + ": tried " + expected + ", executed " + outcome);
        }
        bundled.add(bundle);
        return outcome;
    }

    /** Puts all that the block has taken back, before the trial ends in which it was executed. */
    void takeBack() {
        takeBack(0);
    }

    private void takeBack(int first) {
        List<UndoableBlock.Taken> since = taken.subList(first, taken.size());
        pools.putBack(since);
        since.clear();
    }

    @Override
    public long gasLeftFor(Transaction transaction) {
        return gasLeft() - header.fees().gasAhead(transaction.priorityFeeWei(baseFeeWei()));
    }

    @Override
    public boolean include(Transaction transaction) {
        requireIncludable(transaction);
        if (isCovered(transaction)) {
            execute(transaction, true);
            return true;
        }
        SenderQueue.Entry entry = pools.mempool().entry(transaction);
        remember(transaction.participant());
        pools.mempool().remove(transaction);
        taken.add(new UndoableBlock.Taken(entry, false, true));
        if (!executor.isTrial()) {
            Admission.drop(settlement, header.timeNanos(), header.chain(), transaction, Admission.INSUFFICIENT_FUNDS);
        }
        return false;
    }

    /** Whether a sender's balance covers what a transaction may cost. */
    boolean isCovered(Transaction transaction) {
        UInt256 owned = settlement.ledger().balance(payer(transaction), gasAsset());
        return Cost.of(transaction, executor).leftOf(owned).isPresent();
    }

    private int payer(Transaction transaction) {
        return settlement.accounts().free(transaction.participant(), header.chain());
    }

    private int gasAsset() {
        return header.spec().gas().gasAsset();
    }

    /** What a participant has done so far, to be counted up; what it was before this block is kept. */
    Totals remembered(int participant) {
        remember(participant);
        return settlement.totals(participant);
    }

    private void remember(int participant) {
        if (undoable) {
            before.computeIfAbsent(
                    participant, sender -> settlement.totals(sender).copy());
        }
    }

    /**
     * Executes a transaction that is covered as the block's next.
     *
     * @param waited whether it waited in the mempool, which it then leaves
     */
    Execution execute(Transaction transaction, boolean waited) {
        int sender = transaction.participant();
        remember(sender);
        taken.add(new UndoableBlock.Taken(left(transaction, waited), true, waited));
        GasPayment payment = payment(transaction);
        Execution execution = called(transaction, payment);
        pools.mempool().promote(sender, pools.nonces().advance(sender));
        settle(transaction, execution, payment);
        return execution;
    }

    /** Has an executed transaction paid for, counted, and told of unless it is only tried. */
    private void settle(Transaction transaction, Execution execution, GasPayment payment) {
        payment.pay(execution.gasUsed());
        count = count.plus(execution);
        if (!executor.isTrial()) {
            payment.tell(execution.gasUsed());
            new Receipt(header, transaction, execution, payment.priceWei()).tell(settlement);
        }
    }

    /**
     * Executes what was forced into the block, at its base fee and outside the order of its sender's nonces; the chain that took it has been
     * paid for its data. What its sender cannot pay for is dropped.
     */
    void force(ForcedTransaction forced) {
        Transaction transaction = forced.at(baseFeeWei());
        remember(forced.participant());
        if (!isForcedCovered(transaction)) {
            if (!executor.isTrial()) {
                Admission.drop(
                        settlement, header.timeNanos(), header.chain(), transaction, Admission.INSUFFICIENT_FUNDS);
            }
            return;
        }
        GasPayment payment = new GasPayment(header, settlement, transaction, payer(transaction), 0, UInt256.ZERO);
        settle(transaction, called(transaction, payment), payment);
    }

    private boolean isForcedCovered(Transaction transaction) {
        UInt256 owned = settlement.ledger().balance(payer(transaction), gasAsset());
        UInt256 gas = Wei.times(baseFeeWei(), transaction.gasLimit());
        return new Cost(gas, executor.value(transaction.call())).leftOf(owned).isPresent();
    }

    private GasPayment payment(Transaction transaction) {
        long tip = transaction.priorityFeeWei(baseFeeWei());
        UInt256 data = executor.dataFee(transaction.call());
        return new GasPayment(header, settlement, transaction, payer(transaction), tip, data);
    }

    private Execution called(Transaction transaction, GasPayment payment) {
        long now = header.timeNanos();
        if (now > transaction.deadlineNanos()) {
            return Execution.within(transaction.gasLimit(), "UniswapV2Router: EXPIRED", GasSchedule.EXPIRED);
        }
        payment.setAside();
        Execution execution =
                executor.execute(now, transaction.participant(), transaction.call(), transaction.gasLimit());
        payment.release();
        return execution;
    }

    private SenderQueue.Entry left(Transaction transaction, boolean waited) {
        if (!waited) {
            return new SenderQueue.Entry(
                    transaction, Cost.of(transaction, executor).total());
        }
        SenderQueue.Entry entry = pools.mempool().entry(transaction);
        pools.mempool().remove(transaction);
        return entry;
    }

    private void requireIncludable(Transaction transaction) {
        if (!transaction.equals(pools.mempool().executable(transaction.participant()))
                || transaction.maxFeePerGasWei() < baseFeeWei()
                || transaction.gasLimit() > gasLeft()) {
            throw new IllegalArgumentException(transaction + " at base fee " + baseFeeWei() + " wei and " + gasLeft()
                    + " gas left: expected an executable transaction that pays and fits");
        }
    }

    /** What a bundle's run needs of the block that it runs in. */
    Header header() {
        return header;
    }

    Pools pools() {
        return pools;
    }

    Settlement settlement() {
        return settlement;
    }

    CallExecutor executor() {
        return executor;
    }
}
