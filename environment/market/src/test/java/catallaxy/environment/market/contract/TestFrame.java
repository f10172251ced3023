package catallaxy.environment.market.contract;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.ledger.AssetSpec;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A frame of one sender on a chain of its own: the test puts contracts there, each at the address of its venue plus
 * {@link #ADDRESSES}, and sees what was charged and called. It undoes nothing.
 */
public final class TestFrame implements Frame {
    public static final int SENDER = 0;
    public static final int OTHER = 1;
    public static final int ADDRESSES = 100;

    /** The calls to contracts, in their order. */
    public final List<Call> called = new ArrayList<>();
    /** The charges of gas, in their order. */
    public final List<Long> charged = new ArrayList<>();

    private final Ledger ledger = new Ledger(List.of(new AssetSpec("ETH", 18), new AssetSpec("USDC", 6)));
    private final Accounts accounts = new Accounts(List.of("chain"));
    private final TreeMap<Integer, Contract> contracts = new TreeMap<>();
    private final List<Result> earlier = new ArrayList<>();
    private final int issuer = ledger.openIssuer("genesis");
    private BiFunction<Call, List<Result>, Result> sender = (_, _) -> Result.OK;

    /** Two participants, with so many base units of each asset. */
    public TestFrame(long units) {
        for (String name : List.of("sender", "other")) {
            int participant = accounts.open(ledger, name);
            for (int asset = 0; asset < ledger.assets(); asset++) {
                ledger.issue(issuer, accounts.free(participant, 0), asset, UInt256.of(units));
            }
        }
    }

    /** Puts a venue's contract on the chain. */
    public TestFrame with(int venue, Contract contract) {
        contracts.put(venue + ADDRESSES, contract);
        return this;
    }

    /** Says what the calls of the sender give that are made for it. */
    public TestFrame callingBack(BiFunction<Call, List<Result>, Result> results) {
        sender = results;
        return this;
    }

    /** Adds a result to which amounts may refer. */
    public TestFrame after(Result result) {
        earlier.add(result);
        return this;
    }

    /** Base units of an asset that a participant has free. */
    public UInt256 owned(int participant, int asset) {
        return ledger.balance(accounts.free(participant, 0), asset);
    }

    /** Gas units that were charged in all. */
    public long gas() {
        return charged.stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public long timeNanos() {
        return 0;
    }

    @Override
    public int chain() {
        return 0;
    }

    @Override
    public int participant() {
        return SENDER;
    }

    @Override
    public int caller() {
        return accounts.free(SENDER, 0);
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Accounts accounts() {
        return accounts;
    }

    @Override
    public MarketView market() {
        throw new UnsupportedOperationException("there is no market around");
    }

    @Override
    public UInt256 amount(Amount amount, int asset) {
        return switch (amount) {
            case Amount.Exactly(UInt256 units) -> units;
            case Amount.All() -> ledger.balance(caller(), asset);
            case Amount.Given(int call) -> earlier.get(call).amount();
        };
    }

    @Override
    public List<Result> earlier() {
        return List.copyOf(earlier);
    }

    @Override
    public int venue(int venue) {
        return contracts.containsKey(venue + ADDRESSES) ? venue + ADDRESSES : NO_CONTRACT;
    }

    @Override
    public Contract contract(int address) {
        Contract contract = contracts.get(address);
        if (contract == null) {
            throw new IllegalArgumentException("no contract at address " + address);
        }
        return contract;
    }

    @Override
    public Result call(int address, Call call) {
        called.add(call);
        return contract(address).call(this, call);
    }

    @Override
    public Result callBack(Call call, List<Result> results) {
        return sender.apply(call, List.copyOf(results));
    }

    @Override
    public void gas(long units) {
        charged.add(units);
    }

    @Override
    public void emit(MarketEvent event) {
        throw new UnsupportedOperationException(event.toString());
    }

    @Override
    public void send(Delivery delivery) {
        throw new UnsupportedOperationException(delivery.toString());
    }

    @Override
    public void force(int rollup, long gasLimit, Call call) {
        throw new UnsupportedOperationException(call.toString());
    }

    @Override
    public void traded(int venue, int asset, UInt256 amount, double feeRate) {
        throw new UnsupportedOperationException("a trade on venue " + venue);
    }

    @Override
    public void onRevert(Runnable undo) {
        throw new UnsupportedOperationException("nothing is undone here");
    }
}
