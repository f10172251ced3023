package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.Optional;

/**
 * One chain: nonces, mempool, base fee, and the production of blocks.
 *
 * <p>A {@link BlockBuilder} fills each block from the waiting transactions whose nonce is next, up to the gas limit; the
 * gas of unseen users fills what is left. Each transaction pays {@code gas used · (base fee + priority fee)}, whether its
 * call succeeds or reverts; the base fee is burned, the priority fee goes to the proposer. A transaction whose deadline
 * passed without its being includable is dropped.
 *
 * <p>A transaction is valid if its sender owns {@code gas limit · fee cap + value} (EIP-1559) when it is included. The
 * mempool asks, as geth's does, that the sender owns that much for all its waiting transactions together. Owned by its
 * market.
 */
public final class Chain {
    static final String INSUFFICIENT_FUNDS = "INSUFFICIENT_FUNDS_FOR_GAS";

    private final int index;
    private final ChainSpec spec;
    private final int burnAccount;
    private final int proposerAccount;
    private final BaseFee rule;
    private final RandomStream demand;
    private final BlockBuilder builder;
    private final Mempool mempool;
    private final Nonces nonces;
    private long blockNumber;
    private long baseFeeWei;

    /**
     * A chain whose blocks are built greedily, in the order of its spec.
     *
     * @param index           of the chain, and of its place
     * @param burnAccount     ledger account that receives base fees
     * @param proposerAccount ledger account that receives priority fees
     */
    public Chain(int index, ChainSpec spec, int burnAccount, int proposerAccount, long seed) {
        this(index, spec, burnAccount, proposerAccount, seed, new GreedyBuilder(spec.ordering()));
    }

    /** A chain whose blocks another builder fills, whatever ordering its spec names. */
    Chain(int index, ChainSpec spec, int burnAccount, int proposerAccount, long seed, BlockBuilder builder) {
        this(
                index,
                spec,
                burnAccount,
                proposerAccount,
                builder,
                RandomStream.of(seed, "chain/" + spec.id() + "/demand"),
                new Mempool(spec.mempoolLimit()),
                new Nonces());
        this.baseFeeWei = spec.initialBaseFeeWei();
    }

    private Chain(
            int index,
            ChainSpec spec,
            int burnAccount,
            int proposerAccount,
            BlockBuilder builder,
            RandomStream demand,
            Mempool mempool,
            Nonces nonces) {
        this.index = index;
        this.spec = spec;
        this.burnAccount = burnAccount;
        this.proposerAccount = proposerAccount;
        this.rule = new BaseFee(spec.elasticity(), spec.baseFeeDenominator());
        this.builder = builder;
        this.demand = demand;
        this.mempool = mempool;
        this.nonces = nonces;
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

    /** The nonce of a sender's next transaction. */
    public long nonce(int participant) {
        return nonces.next(participant);
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
        refusal.ifPresent(reason -> drop(settlement, now, index, numbered, reason));
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
        int payer = settlement.accounts().free(transaction.participant(), index);
        boolean covered = cost.leftOf(settlement.ledger().balance(payer, spec.gasAsset()))
                .filter(left -> left.isAtLeast(others))
                .isPresent();
        return covered
                ? mempool.add(transaction, cost.total(), nonce(transaction.participant()))
                : Optional.of(INSUFFICIENT_FUNDS);
    }

    /** Produces the next block and moves the base fee. */
    public void produceBlock(Settlement settlement, long now, CallExecutor executor) {
        long unseenGas = unseenGas();
        if (mempool.hasExecutable()) {
            var header = new BlockExecution.Header(
                    index, spec, blockNumber + 1, now, baseFeeWei, burnAccount, proposerAccount);
            BlockExecution block = new BlockExecution(header, mempool, nonces, settlement, executor);
            builder.build(mempool, block);
            dropOverdue(settlement, now);
            close(settlement, now, block.gasUsed() + unseenGas, block.transactions(), block.reverted());
        } else {
            dropOverdue(settlement, now);
            close(settlement, now, unseenGas, 0, 0);
        }
    }

    private void close(Settlement settlement, long now, long gas, int transactions, int reverted) {
        blockNumber++;
        long gasUsed = Math.min(spec.gasLimit(), gas);
        settlement
                .log()
                .emit(new MarketEvent.BlockProduced(
                        now, index, blockNumber, baseFeeWei, gasUsed, transactions, reverted));
        baseFeeWei = Math.max(1, rule.next(baseFeeWei, gasUsed, spec.gasLimit()));
    }

    private long unseenGas() {
        ChainSpec.BlockspaceDemand spec = this.spec.demand();
        double sigma = spec.logStandardDeviation();
        double noise = StrictMath.exp(sigma * demand.nextGaussian() - sigma * sigma / 2);
        double price = StrictMath.pow((double) spec.referenceBaseFeeWei() / baseFeeWei, spec.priceElasticity());
        double share = Math.min(1, spec.meanShare() * price * noise);
        return (long) (share * this.spec.gasLimit());
    }

    private void dropOverdue(Settlement settlement, long now) {
        mempool.removeOverdue(now).forEach(each -> drop(settlement, now, index, each, "DEADLINE_PASSED_IN_MEMPOOL"));
    }

    /** Refuses a transaction that has reached the mempool, or takes back one that waited there. */
    static void drop(Settlement settlement, long now, int chain, Transaction transaction, String reason) {
        settlement.totals(transaction.participant()).reject();
        settlement
                .log()
                .emit(new MarketEvent.TransactionDropped(
                        now, chain, transaction.participant(), transaction.nonce(), reason));
    }

    /** An independent chain in the same state. */
    public Chain copy() {
        Chain copy = new Chain(
                index, spec, burnAccount, proposerAccount, builder, demand.copy(), mempool.copy(), nonces.copy());
        copy.blockNumber = blockNumber;
        copy.baseFeeWei = baseFeeWei;
        return copy;
    }

    public void save(StateWriter out) {
        demand.save(out);
        mempool.save(out);
        nonces.save(out);
        out.int64(blockNumber).int64(baseFeeWei);
    }

    /** Reads back a chain; the arguments are those of its construction, and what reads calls. */
    public static Chain load(
            StateReader in, CallReader calls, int index, ChainSpec spec, int burnAccount, int proposerAccount) {
        RandomStream demand = RandomStream.load(in);
        Mempool mempool = Mempool.load(in, calls, spec.mempoolLimit());
        Nonces nonces = Nonces.load(in);
        mempool.promoteAll(nonces);
        Chain chain = new Chain(
                index, spec, burnAccount, proposerAccount, new GreedyBuilder(spec.ordering()), demand, mempool, nonces);
        chain.blockNumber = in.int64();
        chain.baseFeeWei = in.int64();
        return chain;
    }
}
