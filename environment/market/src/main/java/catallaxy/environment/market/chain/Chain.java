package catallaxy.environment.market.chain;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One chain: nonces, mempool, base fee, and the production of blocks.
 *
 * <p>A block takes waiting transactions that can pay the base fee and whose nonce is next, by priority fee or by
 * arrival, until the gas limit is reached; the gas of unseen users fills what is left. Each transaction pays
 * {@code gas used · (base fee + priority fee)}, whether its call succeeds or reverts; the base fee is burned, the
 * priority fee goes to the proposer. A transaction whose deadline passed without its being includable is dropped.
 *
 * <p>A transaction is valid if its sender owns {@code gas limit · fee cap + value} (EIP-1559) when it is included. The
 * mempool asks, as geth's does, that the sender owns that much for all its waiting transactions together. Owned by its
 * market.
 */
public final class Chain {
    private static final double WEI = 1e18;
    private static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS_FOR_GAS";

    private final int index;
    private final ChainSpec spec;
    private final int burnAccount;
    private final int proposerAccount;
    private final BaseFee rule;
    private final RandomStream demand;
    private final Mempool mempool;
    private long[] nonces;
    private long blockNumber;
    private long baseFeeWei;

    /**
     * @param index           of the chain, and of its place
     * @param burnAccount     ledger account that receives base fees
     * @param proposerAccount ledger account that receives priority fees
     */
    public Chain(int index, ChainSpec spec, int burnAccount, int proposerAccount, long seed) {
        this(
                index,
                spec,
                burnAccount,
                proposerAccount,
                RandomStream.of(seed, "chain/" + spec.id() + "/demand"),
                new Mempool(spec.mempoolLimit()));
        this.baseFeeWei = spec.initialBaseFeeWei();
    }

    private Chain(
            int index, ChainSpec spec, int burnAccount, int proposerAccount, RandomStream demand, Mempool mempool) {
        this.index = index;
        this.spec = spec;
        this.burnAccount = burnAccount;
        this.proposerAccount = proposerAccount;
        this.rule = new BaseFee(spec.elasticity(), spec.baseFeeDenominator());
        this.demand = demand;
        this.mempool = mempool;
        this.nonces = new long[16];
    }

    public ChainSpec spec() {
        return spec;
    }

    /** Base fee of the next block, wei per gas. */
    public long baseFeeWei() {
        return baseFeeWei;
    }

    /** Blocks produced so far. */
    public long blockNumber() {
        return blockNumber;
    }

    /** Waiting transactions of a sender. */
    public int waiting(int participant) {
        return mempool.count(participant);
    }

    public long nonce(int participant) {
        return participant < nonces.length ? nonces[participant] : 0;
    }

    /** Takes a transaction that has reached the mempool; a negative nonce stands for the next free one. */
    public void receive(Settlement settlement, long now, CallExecutor executor, Transaction transaction) {
        long next = nonce(transaction.participant());
        Transaction numbered = transaction.nonce() >= 0
                ? transaction
                : transaction.withNonce(mempool.firstFreeNonce(transaction.participant(), next));
        Optional<String> refusal = numbered.nonce() < next
                ? Optional.of("NONCE_TOO_LOW")
                : refusal(numbered).or(() -> takeIn(settlement, executor, numbered));
        refusal.ifPresent(reason -> drop(settlement, now, numbered, reason));
    }

    private Optional<String> refusal(Transaction transaction) {
        if (transaction.gasLimit() < GasSchedule.TRANSACTION || transaction.gasLimit() > spec.gasLimit()) {
            return Optional.of("GAS_LIMIT_OUT_OF_RANGE");
        }
        boolean sound = transaction.maxPriorityFeePerGasWei() >= 0
                && transaction.maxFeePerGasWei() >= transaction.maxPriorityFeePerGasWei();
        return sound ? Optional.empty() : Optional.of("INVALID_FEE");
    }

    /** Takes it in if its sender can pay for it and for all that it has waiting. */
    private Optional<String> takeIn(Settlement settlement, CallExecutor executor, Transaction transaction) {
        Cost cost = Cost.of(transaction, executor);
        UInt256 others = mempool.costOfOthers(transaction.participant(), transaction.nonce());
        boolean covered = cost.leftOf(owned(settlement, transaction.participant()))
                .filter(left -> left.isAtLeast(others))
                .isPresent();
        return covered ? mempool.add(transaction, cost.total()) : Optional.of(INSUFFICIENT_FUNDS);
    }

    private UInt256 owned(Settlement settlement, int participant) {
        return settlement.ledger().balance(settlement.accounts().free(participant, index), spec.gasAsset());
    }

    /** Produces the next block and moves the base fee. */
    public void produceBlock(Settlement settlement, long now, CallExecutor executor) {
        long unseenGas = unseenGas();
        Block block = new Block();
        Set<Integer> blocked = new LinkedHashSet<>();
        for (Transaction next = best(blocked); next != null; next = best(blocked)) {
            if (next.gasLimit() > spec.gasLimit() - block.gasUsed) {
                blocked.add(next.participant());
            } else {
                mempool.remove(next);
                include(settlement, now, executor, next, block);
            }
        }
        dropOverdue(settlement, now);
        blockNumber++;
        long gasUsed = Math.min(spec.gasLimit(), block.gasUsed + unseenGas);
        settlement
                .log()
                .emit(new MarketEvent.BlockProduced(
                        now, index, blockNumber, baseFeeWei, gasUsed, block.transactions, block.reverted));
        baseFeeWei = Math.max(1, rule.next(baseFeeWei, gasUsed, spec.gasLimit()));
    }

    private static final class Block {
        private long gasUsed;
        private int transactions;
        private int reverted;
    }

    private long unseenGas() {
        ChainSpec.BlockspaceDemand spec = this.spec.demand();
        double sigma = spec.logStandardDeviation();
        double noise = StrictMath.exp(sigma * demand.nextGaussian() - sigma * sigma / 2);
        double price = StrictMath.pow((double) spec.referenceBaseFeeWei() / baseFeeWei, spec.priceElasticity());
        double share = Math.min(1, spec.meanShare() * price * noise);
        return (long) (share * this.spec.gasLimit());
    }

    private @Nullable Transaction best(Set<Integer> blocked) {
        if (mempool.isEmpty()) {
            return null;
        }
        Transaction best = null;
        for (int sender : mempool.senders()) {
            Transaction each = blocked.contains(sender) ? null : mempool.get(sender, nonce(sender));
            if (each != null && each.maxFeePerGasWei() >= baseFeeWei && (best == null || comesBefore(each, best))) {
                best = each;
            }
        }
        return best;
    }

    private boolean comesBefore(Transaction a, Transaction b) {
        if (spec.ordering() == ChainSpec.Ordering.PRIORITY_FEE) {
            long feeA = a.priorityFeeWei(baseFeeWei);
            long feeB = b.priorityFeeWei(baseFeeWei);
            return feeA != feeB ? feeA > feeB : a.sequence() < b.sequence();
        }
        return a.sequence() < b.sequence();
    }

    private void include(Settlement settlement, long now, CallExecutor executor, Transaction transaction, Block block) {
        int payer = settlement.accounts().free(transaction.participant(), index);
        long tip = transaction.priorityFeeWei(baseFeeWei);
        long price = baseFeeWei + tip;
        UInt256 owned = owned(settlement, transaction.participant());
        if (Cost.of(transaction, executor).leftOf(owned).isEmpty()) {
            drop(settlement, now, transaction, INSUFFICIENT_FUNDS);
            return;
        }
        Execution execution = execute(settlement, now, executor, transaction);
        long gas = execution.gasUsed();
        setNonce(transaction.participant(), transaction.nonce() + 1);
        payGas(settlement, payer, gas, tip);
        settlement.totals(transaction.participant()).gas(gas * (price / WEI) * settlement.mark(spec.gasAsset()));
        block.gasUsed += gas;
        block.transactions++;
        if (!execution.succeeded()) {
            block.reverted++;
            settlement.totals(transaction.participant()).revert();
        }
        report(settlement, now, transaction, execution, price);
    }

    private void report(Settlement settlement, long now, Transaction transaction, Execution execution, long priceWei) {
        settlement
                .log()
                .emit(new MarketEvent.TransactionExecuted(
                        now,
                        index,
                        blockNumber + 1,
                        transaction.participant(),
                        transaction.nonce(),
                        transaction.call().getClass().getSimpleName(),
                        execution.reason(),
                        execution.gasUsed(),
                        priceWei));
    }

    /** The sender's gas is set aside first, so that the call cannot spend it. */
    private Execution execute(Settlement settlement, long now, CallExecutor executor, Transaction transaction) {
        if (now > transaction.deadlineNanos()) {
            return Execution.within(transaction.gasLimit(), "UniswapV2Router: EXPIRED", GasSchedule.EXPIRED);
        }
        int payer = settlement.accounts().free(transaction.participant(), index);
        int aside = settlement.accounts().transit(transaction.participant());
        var escrow = Wei.times(baseFeeWei + transaction.priorityFeeWei(baseFeeWei), transaction.gasLimit());
        settlement.ledger().transfer(payer, aside, spec.gasAsset(), escrow);
        Execution execution =
                executor.execute(now, transaction.participant(), transaction.call(), transaction.gasLimit());
        settlement.ledger().transfer(aside, payer, spec.gasAsset(), escrow);
        return execution;
    }

    private void payGas(Settlement settlement, int payer, long gas, long tipWei) {
        boolean paid = settlement.ledger().transfer(payer, burnAccount, spec.gasAsset(), Wei.times(baseFeeWei, gas))
                && settlement.ledger().transfer(payer, proposerAccount, spec.gasAsset(), Wei.times(tipWei, gas));
        if (!paid) {
            throw new IllegalStateException("gas of " + gas + " units was set aside on " + spec.id() + " but not paid");
        }
    }

    private void dropOverdue(Settlement settlement, long now) {
        mempool.removeOverdue(now).forEach(each -> drop(settlement, now, each, "DEADLINE_PASSED_IN_MEMPOOL"));
    }

    private void drop(Settlement settlement, long now, Transaction transaction, String reason) {
        settlement.totals(transaction.participant()).reject();
        settlement
                .log()
                .emit(new MarketEvent.TransactionDropped(
                        now, index, transaction.participant(), transaction.nonce(), reason));
    }

    private void setNonce(int participant, long nonce) {
        if (participant >= nonces.length) {
            nonces = Arrays.copyOf(nonces, Math.max(participant + 1, 2 * nonces.length));
        }
        nonces[participant] = nonce;
    }

    public Chain copy() {
        Chain copy = new Chain(index, spec, burnAccount, proposerAccount, demand.copy(), mempool.copy());
        copy.nonces = nonces.clone();
        copy.blockNumber = blockNumber;
        copy.baseFeeWei = baseFeeWei;
        return copy;
    }

    public void save(StateWriter out) {
        demand.save(out);
        mempool.save(out);
        out.longs(nonces, nonces.length).int64(blockNumber).int64(baseFeeWei);
    }

    /** Reads back a chain; the arguments are those of its construction. */
    public static Chain load(StateReader in, int index, ChainSpec spec, int burnAccount, int proposerAccount) {
        RandomStream demand = RandomStream.load(in);
        Chain chain =
                new Chain(index, spec, burnAccount, proposerAccount, demand, Mempool.load(in, spec.mempoolLimit()));
        chain.nonces = in.longs();
        chain.blockNumber = in.int64();
        chain.baseFeeWei = in.int64();
        return chain;
    }
}
