package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.BundleItem;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain alone, with its own ledger: no venues, no network, and calls that only transfer ether or fail. Blocks are
 * produced when the test asks for them.
 */
final class TestChain implements CallExecutor {
    static final long GWEI = 1_000_000_000L;
    static final int ETHER = 0;
    /** Gas of a transfer that succeeds. */
    static final long TRANSFER_GAS = 51_000;
    /** Gas of a transfer that fails. */
    static final long FAILED_GAS = 30_000;

    static final long NEVER = Long.MAX_VALUE;
    /** From so many wei on a transfer is not asked for beforehand: it may fail when it runs, and leave its sender poor. */
    static final long UNASKED = 1_000_000_000_000L;

    private static final int BURNED = 1;
    private static final int PROPOSER = 2;
    private static final int DATA = 3;

    final List<MarketEvent> events = new ArrayList<>();
    UInt256 dataFee = UInt256.ZERO;
    Settlement settlement;
    Chain chain;
    private final Deque<Integer> trials = new ArrayDeque<>();
    private long sequence;

    TestChain(ChainSpec spec, int participants, UInt256 weiEach) {
        this(new Chain(0, spec, accounts(spec), 7), participants, weiEach);
    }

    TestChain(ChainSpec spec, int participants, UInt256 weiEach, BlockBuilder builder) {
        this(new Chain(0, spec, accounts(spec), 7, builder), participants, weiEach);
    }

    private static FeeAccounts accounts(ChainSpec spec) {
        int builders = spec.blocks().building().isAuctioned()
                ? spec.blocks().building().builders()
                : 0;
        return new FeeAccounts(
                BURNED,
                PROPOSER,
                DATA,
                IntStream.range(DATA + 1, DATA + 1 + builders).boxed().toList());
    }

    private TestChain(Chain chain, int participants, UInt256 weiEach) {
        this.chain = chain;
        Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18)));
        int issuer = ledger.openIssuer("genesis");
        ledger.openAccount("burned");
        ledger.openAccount("proposer");
        ledger.openAccount("data");
        chain.accounts().builders().forEach(each -> ledger.openAccount("builder-" + each));
        settlement = new Settlement(ledger, new Accounts(List.of("chain")), 0);
        settlement.log().sink(events::add);
        settlement.mark(ETHER, 2_000);
        for (int i = 0; i < participants; i++) {
            settlement.openParticipant("p" + i);
            ledger.issue(issuer, settlement.accounts().free(i, 0), ETHER, weiEach);
        }
    }

    private TestChain(Chain chain, Settlement settlement, long sequence) {
        this.chain = chain;
        this.settlement = settlement;
        this.sequence = sequence;
        settlement.log().sink(events::add);
    }

    /** A chain whose blocks have room for {@code gasLimit}, with a base fee of 20 gwei and nobody unseen. */
    static ChainSpec spec(ChainSpec.Ordering ordering, long gasLimit, int mempoolLimit, double unseenShare) {
        return new ChainSpec(
                "test",
                ChainSpec.Kind.L1,
                new ChainSpec.Blocks(ordering, 12 * GWEI),
                new ChainSpec.GasMarket(
                        gasLimit, 2, 8, 20 * GWEI, ETHER, new ChainSpec.BlockspaceDemand(unseenShare, 0, 0, 20 * GWEI)),
                new ChainSpec.MempoolRule(0, 0, mempoolLimit));
    }

    @Override
    public Execution execute(long now, int participant, Call call, long gasLimit) {
        if (gasLimit < TRANSFER_GAS) {
            return new Execution(Execution.OUT_OF_GAS, gasLimit);
        }
        Call.Transfer transfer = (Call.Transfer) call;
        boolean moved = settlement
                .ledger()
                .transfer(
                        settlement.accounts().free(participant, 0),
                        settlement.accounts().free(transfer.participant(), 0),
                        ETHER,
                        transfer.amount().known());
        return moved ? new Execution("", TRANSFER_GAS) : new Execution("FAILED", FAILED_GAS);
    }

    private static final Effects NOTHING = out -> {};

    @Override
    public UInt256 dataFee(Call call) {
        return dataFee;
    }

    @Override
    public void beginTrial() {
        trials.push(settlement.ledger().mark());
    }

    @Override
    public void endTrial() {
        settlement.ledger().revertTo(trials.pop());
    }

    @Override
    public boolean isTrial() {
        return !trials.isEmpty();
    }

    @Override
    public void record() {}

    @Override
    public Effects recorded() {
        return NOTHING;
    }

    @Override
    public Effects nothing() {
        return NOTHING;
    }

    @Override
    public boolean isHere(int venue) {
        return true;
    }

    @Override
    public void undo(long now, Effects effects, int confirmations) {}

    @Override
    public UInt256 value(Call call) {
        UInt256 amount = ((Call.Transfer) call).amount().known();
        return amount.isAtLeast(UInt256.of(UNASKED)) ? UInt256.ZERO : amount;
    }

    /** Sends a transfer with its tip in gwei and a cap of 100 gwei. */
    TestChain send(int sender, long nonce, long tipGwei) {
        return send(sender, nonce, TRANSFER_GAS, 100 * GWEI, tipGwei * GWEI, NEVER, 1);
    }

    TestChain send(int sender, long nonce, long gas, long capWei, long tipWei, long deadline, long wei) {
        Call call = new Call.Transfer((sender + 1) % settlement.accounts().participants(), ETHER, UInt256.of(wei));
        chain.receive(
                settlement, 0, this, new Transaction(sequence++, sender, nonce, gas, capWei, tipWei, deadline, call));
        return this;
    }

    /** Hands every builder a bundle for blocks up to the next three, with a bid in gwei. */
    TestChain bundle(int sender, long id, long bidGwei, BundleItem... items) {
        return bundle(
                sender,
                id,
                new Bundle.Terms(
                        UInt256.of(bidGwei * GWEI), 1, chain.blockNumber() + 3, false, MarketCommand.EVERY_BUILDER),
                items);
    }

    TestChain bundle(int sender, long id, Bundle.Terms terms, BundleItem... items) {
        chain.receive(settlement, 0, new Bundle(sequence++, sender, id, List.of(items), terms, "test"));
        return this;
    }

    /** A transfer in a bundle, which its sender pays a tip for. */
    static BundleItem own(int to, long wei, long tipGwei) {
        Call call = new Call.Transfer(to, ETHER, UInt256.of(wei));
        return new BundleItem.Own(call, TRANSFER_GAS, 100 * GWEI, tipGwei * GWEI);
    }

    /** A sender's transaction that waits. */
    BundleItem waiting(int sender, long nonce) {
        Transaction found = chain.waitingOf(sender).stream()
                .filter(each -> each.nonce() == nonce)
                .findFirst()
                .orElseThrow();
        return new BundleItem.Waiting(sender, nonce, found.sequence());
    }

    List<String> bundleFaults() {
        return only(MarketEvent.BundleDropped.class).stream()
                .map(each -> each.participant() + "/" + each.bundleId() + " " + each.reason())
                .toList();
    }

    UInt256 owned(int account) {
        return settlement.ledger().balance(account, ETHER);
    }

    TestChain block(long now) {
        chain.produceBlock(settlement, now, this);
        return this;
    }

    UInt256 wei(int participant) {
        return settlement.ledger().balance(settlement.accounts().free(participant, 0), ETHER);
    }

    UInt256 burned() {
        return settlement.ledger().balance(BURNED, ETHER);
    }

    UInt256 tips() {
        return settlement.ledger().balance(PROPOSER, ETHER);
    }

    UInt256 data() {
        return settlement.ledger().balance(DATA, ETHER);
    }

    /** Who was executed with which nonce, as {@code sender:nonce}, in order. */
    List<String> executed() {
        return only(MarketEvent.TransactionExecuted.class).stream()
                .map(each -> each.participant() + ":" + each.nonce())
                .toList();
    }

    List<String> dropReasons() {
        return only(MarketEvent.TransactionDropped.class).stream()
                .map(MarketEvent.TransactionDropped::reason)
                .toList();
    }

    MarketEvent.BlockProduced lastBlock() {
        return only(MarketEvent.BlockProduced.class).getLast();
    }

    <E> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    TestChain copy() {
        return new TestChain(chain.copy(), settlement.copy(), sequence);
    }

    byte[] saved() {
        StateWriter out = new StateWriter();
        chain.save(out);
        settlement.save(out);
        return out.toBytes();
    }

    TestChain restored() {
        StateReader in = new StateReader(saved());
        Chain loaded = Chain.load(in, Kinds.registered().reader(), _ -> NOTHING, 0, chain.spec(), chain.accounts());
        TestChain restored = new TestChain(loaded, Settlement.load(in, settlement.accounts()), sequence);
        in.end();
        return restored;
    }
}
