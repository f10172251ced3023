package catallaxy.environment.market.storm;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Hop;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Carries calls out at contracts as a chain does, each under a root frame, with a ledger and nothing else: no blocks, no fees, no events.
 * Whatever a call may do is asked of the {@link StormState}. Owned by one thread.
 */
final class StormChain {
    private static final int MAX_DEPTH = 128;
    private static final Result TOO_DEEP = Result.reverted("CALL_DEPTH");
    private static final Result NOTHING_THERE = Result.reverted("UNKNOWN_CONTRACT");
    private static final Result NO_RESULT = Result.reverted("UNKNOWN_RESULT");

    private final StormState state;
    private final List<Runnable> undos = new ArrayList<>();
    private int chain;
    private int participant;
    private int senderAccount;
    private int depth;
    private int trials;
    private long calls;

    StormChain(StormState state) {
        this.state = state;
    }

    StormState state() {
        return state;
    }

    /** Calls that senders have made so far, those in trials included. */
    long calls() {
        return calls;
    }

    /** Executes a call of a participant on a chain. */
    Result execute(int onChain, int sender, Call call) {
        return executeAs(state.accounts().free(sender, onChain), onChain, sender, call);
    }

    /** The same of whatever account, as of one that a venue has opened for its founder. */
    Result executeAs(int account, int onChain, int sender, Call call) {
        senderAccount = account;
        chain = onChain;
        participant = sender;
        depth = 0;
        if (!isTrial()) {
            undos.clear();
        }
        return ofSender(call, List.of());
    }

    private boolean isTrial() {
        return trials > 0;
    }

    /** Does something and takes it back. */
    <T> T trial(Supplier<T> something) {
        if (!isTrial()) {
            undos.clear();
        }
        trials++;
        int undone = undos.size();
        int sent = state.sent().size();
        int mark = state.ledger().mark();
        T result = something.get();
        revert(mark, undone, sent);
        trials--;
        return result;
    }

    private void revert(int mark, int undone, int sent) {
        state.ledger().revertTo(mark);
        while (undos.size() > undone) {
            undos.removeLast().run();
        }
        while (state.sent().size() > sent) {
            state.sent().removeLast();
        }
    }

    private Result ofSender(Call call, List<Result> earlier) {
        calls++;
        int address = address(call);
        if (address == Frame.NO_CONTRACT) {
            return NOTHING_THERE;
        }
        return enter(new Running(address, Frame.NO_CONTRACT, senderAccount, earlier), call);
    }

    private int address(Call call) {
        return switch (call) {
            case Call.OfVenue ofVenue -> state.venue(chain, ofVenue.venue());
            case Hop hop -> state.venue(chain, hop.venue());
            default -> state.service(chain, call.name());
        };
    }

    private Result enter(Running frame, Call call) {
        if (depth == MAX_DEPTH) {
            return TOO_DEEP;
        }
        int undone = undos.size();
        int sent = state.sent().size();
        int mark = state.ledger().mark();
        depth++;
        Result result = frame.ended(state.contract(frame.address).call(frame, call));
        depth--;
        if (result.ok()) {
            state.ledger().commit(mark);
        } else {
            revert(mark, undone, sent);
        }
        return result;
    }

    /** A call that runs. */
    private final class Running implements Frame {
        private final int address;
        private final int callerAddress;
        private final int caller;
        private final List<Result> earlier;
        private boolean missed;

        Running(int address, int callerAddress, int caller, List<Result> earlier) {
            this.address = address;
            this.callerAddress = callerAddress;
            this.caller = caller;
            this.earlier = earlier;
        }

        private Result ended(Result result) {
            return missed ? NO_RESULT : result;
        }

        @Override
        public long timeNanos() {
            return state.market().timeNanos();
        }

        @Override
        public int chain() {
            return chain;
        }

        @Override
        public int participant() {
            return participant;
        }

        @Override
        public int caller() {
            return caller;
        }

        @Override
        public Ledger ledger() {
            return state.ledger();
        }

        @Override
        public Accounts accounts() {
            return state.accounts();
        }

        @Override
        public MarketView market() {
            return state.market();
        }

        @Override
        public UInt256 amount(Amount amount, int asset) {
            return switch (amount) {
                case Amount.Exactly(UInt256 units) -> units;
                case Amount.All() -> ledger().balance(caller, asset);
                case Amount.Given(int call) -> given(call);
            };
        }

        private UInt256 given(int call) {
            missed |= call >= earlier.size();
            return missed ? UInt256.ZERO : earlier.get(call).amount();
        }

        @Override
        public List<Result> earlier() {
            return earlier;
        }

        @Override
        public int venue(int venue) {
            return state.venue(chain, venue);
        }

        @Override
        public Contract contract(int other) {
            return state.contract(other);
        }

        @Override
        public Result call(int other, Call call) {
            return enter(new Running(other, address, state.contract(address).account(), List.of()), call);
        }

        @Override
        public Result callBack(Call call, List<Result> results) {
            return callerAddress == NO_CONTRACT
                    ? ofSender(call, results)
                    : enter(
                            new Running(
                                    callerAddress,
                                    address,
                                    state.contract(address).account(),
                                    results),
                            call);
        }

        @Override
        public void gas(long units) {}

        @Override
        public void emit(MarketEvent event) {}

        @Override
        public void send(Delivery delivery) {
            state.sent().add(delivery);
        }

        @Override
        public void force(int rollup, long gasLimit, Call call) {}

        @Override
        public void traded(int venue, int asset, UInt256 amount, double feeRate) {}

        @Override
        public void onRevert(Runnable undo) {
            undos.add(undo);
        }
    }
}
