package catallaxy.environment.market.chain;

import catallaxy.environment.api.BundleTrial;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.List;
import java.util.Optional;

/**
 * One chain: nonces, mempool, base fee, and the production of blocks.
 *
 * <p>A {@link BlockBuilder} fills each block from the waiting transactions whose nonce is next, up to the gas limit; the
 * gas of unseen users fills what is left. Each transaction pays {@code gas used · (base fee + priority fee)}, whether its
 * call succeeds or reverts; the base fee is burned, the priority fee goes to the proposer. A transaction whose deadline
 * passed without its being includable is dropped. Where the spec says so, the latest blocks are sometimes replaced.
 *
 * <p>A transaction is valid if its sender owns {@code gas limit · fee cap + value} (EIP-1559) when it is included. The
 * mempool asks, as geth's does, that the sender owns that much for all its waiting transactions together. Owned by its
 * market.
 */
public final class Chain {
    private final int index;
    private final ChainSpec spec;
    private final FeeAccounts accounts;
    private final FeeMarket fees;
    private final RandomStream reorganisations;
    private final History history;
    private final BlockBuilder builder;
    private final Pools pools;
    private final Admission admission;
    private final ExpressLane lane;
    private long blockNumber;

    /**
     * A chain whose blocks are built greedily, in the order of its spec.
     *
     * @param index    of the chain, and of its place
     * @param accounts where its fees go
     */
    public Chain(int index, ChainSpec spec, FeeAccounts accounts, long seed) {
        this(index, spec, accounts, seed, builder(spec));
    }

    private static BlockBuilder builder(ChainSpec spec) {
        BlockBuilder greedy = new GreedyBuilder(spec.blocks().ordering());
        return spec.blocks().building().bundles() ? new BundleBuilder(greedy) : greedy;
    }

    /** A chain whose blocks another builder fills, whatever ordering its spec names. */
    Chain(int index, ChainSpec spec, FeeAccounts accounts, long seed, BlockBuilder builder) {
        this(
                index,
                spec,
                accounts,
                builder,
                new FeeMarket(spec, seed),
                RandomStream.of(seed, "chain/" + spec.id() + "/reorganisations"),
                Pools.empty(spec.mempool().mempoolLimit(), spec.dataSpec().forcedInclusion()),
                new ExpressLane(spec.blocks().building().expressLane()),
                new History(spec.permanence().depth()));
    }

    private Chain(
            int index,
            ChainSpec spec,
            FeeAccounts accounts,
            BlockBuilder builder,
            FeeMarket fees,
            RandomStream reorganisations,
            Pools pools,
            ExpressLane lane,
            History history) {
        this.reorganisations = reorganisations;
        this.history = history;
        this.index = index;
        this.spec = spec;
        this.accounts = accounts;
        this.builder = builder;
        this.fees = fees;
        this.pools = pools;
        this.admission = new Admission(index, spec, pools);
        this.lane = lane;
    }

    /** The scenario's description of the chain: its limits, fees and replacements of blocks. */
    public ChainSpec spec() {
        return spec;
    }

    /** Where its fees go. */
    FeeAccounts accounts() {
        return accounts;
    }

    /** Base fee of the next block, wei per gas. */
    public long baseFeeWei() {
        return fees.baseFeeWei();
    }

    /** Blob base fee of the next block, wei per unit of blob gas; 0 on a chain without blobs. */
    public long blobBaseFeeWei() {
        return fees.blobBaseFeeWei();
    }

    /** Blocks produced so far. */
    public long blockNumber() {
        return blockNumber;
    }

    /** Waiting transactions of a sender. */
    public int waiting(int participant) {
        return pools.mempool().count(participant);
    }

    /** Waiting transactions of a sender, in the order of their nonces. */
    public List<Transaction> waitingOf(int participant) {
        return pools.mempool().waitingOf(participant);
    }

    /** The nonce of a sender's next transaction. */
    public long nonce(int participant) {
        return pools.nonces().next(participant);
    }

    /** Takes a transaction that has reached the mempool; a negative nonce stands for the next free one. */
    public void receive(Settlement settlement, long now, CallExecutor executor, Transaction transaction) {
        admission.receive(settlement, now, executor, transaction);
    }

    /** Takes a bundle in, or back, that has reached the builders. */
    public void receive(Settlement settlement, long now, Bundle bundle) {
        admission.receive(settlement, now, bundle, blockNumber + 1);
    }

    /** What would become of a bundle at the top of the next block, as chain and mempool are now; nothing of it stays. */
    public BundleTrial simulate(Settlement settlement, long now, CallExecutor executor, Bundle bundle) {
        BlockExecution block = new BlockExecution(header(now), pools, settlement, executor, false);
        return block.tried(bundle);
    }

    private BlockExecution.Header header(long now) {
        return new BlockExecution.Header(
                index, spec, blockNumber + 1, now, fees, accounts, BlockExecution.Header.PROPOSER);
    }

    /** The bundles that wait for a block, in the order of their arrival. */
    public List<Bundle> bundles() {
        return pools.bundles().all();
    }

    /** All transactions that wait in the mempool, in the order of their arrival. */
    public List<Transaction> mempool() {
        return pools.mempool().waiting();
    }

    /** What was forced on it through the chain that it settles on, and waits. */
    public ForcedQueue forced() {
        return pools.forced();
    }

    /** Who has the express lane, and who bids for it. */
    public ExpressLane lane() {
        return lane;
    }

    /** Produces the next block and moves the base fee; before it, the latest blocks may be replaced. */
    public void produceBlock(Settlement settlement, long now, CallExecutor executor) {
        if (spec.blocks().ordering() == ChainSpec.Ordering.EXPRESS_LANE) {
            lane.sell(settlement, now, index, spec.gas().gasAsset(), accounts.proposers());
        }
        ChainSpec.Reorganisations often = spec.permanence().reorganisations();
        if (often.probability() > 0 && reorganisations.nextDouble() < often.probability() && history.size() > 0) {
            reorganise(settlement, now, executor, 1 + reorganisations.nextInt(Math.min(often.depth(), history.size())));
        }
        List<ForcedTransaction> forced = forcedBy(now, true);
        make(settlement, executor, forced, () -> produce(settlement, now, executor, forced));
    }

    /** While its sequencer is out, makes a block of what was forced on it so long ago that it does not wait for one; none if there is none. */
    public void produceForcedBlock(Settlement settlement, long now, CallExecutor executor) {
        List<ForcedTransaction> forced = forcedBy(now, false);
        if (!forced.isEmpty()) {
            make(settlement, executor, forced, () -> Optional.of(produceForced(settlement, now, executor, forced)));
        }
    }

    private List<ForcedTransaction> forcedBy(long now, boolean sequenced) {
        return pools.forced().due(now, sequenced, spec.gas().gasLimit());
    }

    private void make(
            Settlement settlement, CallExecutor executor, List<ForcedTransaction> forced, History.BlockMaking making) {
        history.make(fees, settlement, executor, forced, making);
        pools.forced().take(forced);
    }

    /**
     * Replaces the latest blocks by as many that nobody of this market has a transaction in: those of proposers who had not seen
     * them. What was executed in the old ones waits again, and comes into the next block as the builder likes.
     *
     * @param depth how many blocks, at most as many as are remembered
     */
    public void reorganise(Settlement settlement, long now, CallExecutor executor, int depth) {
        for (int confirmations = 1; confirmations <= depth; confirmations++) {
            UndoableBlock latest = history.takeLatest();
            latest.undo(settlement, now, executor, pools, confirmations);
            fees.restore(latest.before());
            blockNumber--;
        }
        settlement.log().emit(new MarketEvent.ChainReorganised(now, index, depth, blockNumber));
        for (int i = 0; i < depth; i++) {
            history.add(UndoableBlock.empty(fees.copy(), settlement.turnover(), executor.nothing()));
            close(settlement, now, fees.drawUnseenGas(), 0, 0);
        }
    }

    private BlockExecution produceForced(
            Settlement settlement, long now, CallExecutor executor, List<ForcedTransaction> forced) {
        BlockExecution block = new BlockExecution(header(now), pools, settlement, executor, history.isKept());
        forced.forEach(block::force);
        close(settlement, now, block.gasUsed(), block.transactions(), block.reverted());
        return block;
    }

    private Optional<BlockExecution> produce(
            Settlement settlement, long now, CallExecutor executor, List<ForcedTransaction> forced) {
        fees.open();
        long limit = spec.gas().gasLimit();
        if (!forced.isEmpty() || pools.hasFor(blockNumber + 1)) {
            BlockExecution block =
                    new Proposer(builder, pools, forced).propose(header(now), settlement, executor, history.isKept());
            block.bundled().forEach(pools.bundles()::remove);
            admission.dropOverdue(settlement, now, blockNumber + 1);
            long used = block.gasUsed() + fees.unseenGas(limit - block.gasUsed());
            close(settlement, now, used, block.transactions(), block.reverted());
            return Optional.of(block);
        }
        admission.dropOverdue(settlement, now, blockNumber + 1);
        close(settlement, now, fees.unseenGas(limit), 0, 0);
        return Optional.empty();
    }

    private void close(Settlement settlement, long now, long gas, int transactions, int reverted) {
        blockNumber++;
        long gasUsed = Math.min(spec.gas().gasLimit(), gas);
        long blobGasUsed = fees.drawBlobGas();
        if (blobBaseFeeWei() > 0) {
            settlement.log().emit(new MarketEvent.BlobsPosted(now, index, blockNumber, blobBaseFeeWei(), blobGasUsed));
        }
        settlement
                .log()
                .emit(new MarketEvent.BlockProduced(
                        now, index, blockNumber, baseFeeWei(), gasUsed, transactions, reverted));
        fees.close(gasUsed, blobGasUsed);
    }

    /** The same chain, which shares its state with this one and whose blocks another builder fills. */
    public Chain builtBy(BlockBuilder other) {
        Chain built = new Chain(index, spec, accounts, other, fees, reorganisations, pools, lane, history);
        built.blockNumber = blockNumber;
        return built;
    }

    /** Other chances from here on, of what others ask for and of reorganisations; blocks that can be undone stay what they are. */
    public void divert(long luck) {
        fees.divert(luck);
        reorganisations.divert(luck);
    }

    /** An independent chain in the same state. */
    public Chain copy() {
        Chain copy = new Chain(
                index,
                spec,
                accounts,
                builder,
                fees.copy(),
                reorganisations.copy(),
                pools.copy(),
                lane.copy(),
                history.copy());
        copy.blockNumber = blockNumber;
        return copy;
    }

    /**
     * Writes the whole state, as {@link #load} expects it: base fee, streams, mempool, nonces, undoable blocks, height.
     */
    public void save(StateWriter out) {
        fees.save(out);
        reorganisations.save(out);
        pools.save(out);
        lane.save(out);
        history.save(out);
        out.int64(blockNumber);
    }

    /** Reads back a chain; the arguments are those of its construction, and what reads calls and effects. */
    public static Chain load(
            StateReader in,
            CallReader calls,
            CallExecutor.EffectsReader effects,
            int index,
            ChainSpec spec,
            FeeAccounts accounts) {
        FeeMarket fees = FeeMarket.load(in, spec);
        RandomStream reorganisations = RandomStream.load(in);
        Pools pools = Pools.load(
                in, calls, spec.mempool().mempoolLimit(), spec.dataSpec().forcedInclusion());
        ExpressLane lane = ExpressLane.load(in, calls, spec.blocks().building().expressLane());
        Chain chain = new Chain(
                index,
                spec,
                accounts,
                builder(spec),
                fees,
                reorganisations,
                pools,
                lane,
                History.load(in, spec, calls, effects));
        chain.blockNumber = in.int64();
        return chain;
    }
}
