package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Accounts;
import catallaxy.environment.market.chain.CallExecutor;
import catallaxy.environment.market.chain.Execution;
import catallaxy.environment.market.chain.GasSchedule;
import catallaxy.environment.market.contract.Contract;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.contract.Frame;
import catallaxy.environment.market.contract.Result;
import catallaxy.environment.market.ledger.Ledger;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Executes the transactions of one chain: each a call under one root frame. A frame that reverts leaves ledger and contracts as they
 * were and tells nothing; what happened is told only when the whole transaction has succeeded.
 */
final class Calls implements CallExecutor {
    /** How many calls may stand in each other. Ethereum allows 1024, but charges so much for each that few get there. */
    static final int MAX_DEPTH = 128;

    private static final Result TOO_DEEP = Result.reverted("CALL_DEPTH");
    private static final Result NOTHING_THERE = Result.reverted("UNKNOWN_CONTRACT");
    private static final Result NO_RESULT = Result.reverted("UNKNOWN_RESULT");
    private static final Result NO_GAS = Result.reverted(Execution.OUT_OF_GAS);

    private final EngineView market;
    private final MarketState state;
    private final Contracts contracts;
    private final Transport transport;
    private final ChainJournal journal;
    private final int chain;
    private long now;
    private int participant;
    private long gasUsed;
    private long gasLimit;
    private int depth;
    private final Deque<ChainJournal.Mark> trials = new ArrayDeque<>();
    private BlockEffects.@Nullable Recording recording;

    Calls(EngineView market, Transport transport, int chain) {
        this.market = market;
        this.state = market.state;
        this.contracts = state.layout.contracts();
        this.transport = transport;
        this.journal = new ChainJournal(state.settlement);
        this.chain = chain;
    }

    @Override
    public Execution execute(long timeNanos, int sender, Call call, long limit) {
        now = timeNanos;
        participant = sender;
        gasUsed = GasSchedule.TRANSACTION;
        gasLimit = limit;
        depth = 0;
        if (!isTrial()) {
            journal.clear();
        }
        Result result = ofSender(call, List.of());
        if (result.ok() && !isTrial()) {
            List<Integer> sent = journal.tell(sender, transport);
            if (recording != null) {
                recording.sent(sent);
            }
        }
        return Execution.within(limit, result.reason(), gasUsed, result.amount());
    }

    @Override
    public UInt256 value(Call call) {
        return contracts
                .calls()
                .taken(call, state.layout.spec().chains().get(chain).gas().gasAsset());
    }

    @Override
    public UInt256 dataFee(Call call) {
        return state.dataFeeWei(chain, call);
    }

    @Override
    public void beginTrial() {
        if (!isTrial()) {
            journal.clear();
        }
        trials.push(journal.mark());
    }

    @Override
    public void endTrial() {
        journal.revertTo(trials.pop());
    }

    @Override
    public boolean isTrial() {
        return !trials.isEmpty();
    }

    @Override
    public void record() {
        recording = new BlockEffects.Recording();
    }

    @Override
    public Effects recorded() {
        Effects recorded = Objects.requireNonNull(recording, "no recording").ended();
        recording = null;
        return recorded;
    }

    @Override
    public Effects nothing() {
        return BlockEffects.NOTHING;
    }

    @Override
    public boolean isHere(int venue) {
        return contracts.venue(chain, venue) != Frame.NO_CONTRACT;
    }

    @Override
    public void undo(long timeNanos, Effects effects, int confirmations) {
        ((BlockEffects) effects).undo(state, chain, slot -> transport.recall(timeNanos, slot, confirmations));
    }

    /** Carries out a call that the sender of the transaction makes. */
    private Result ofSender(Call call, List<Result> earlier) {
        int address = call instanceof Call.OfVenue ofVenue
                ? contracts.venue(chain, ofVenue.venue())
                : contracts.serviceFor(chain, call.name());
        if (address == Frame.NO_CONTRACT) {
            return NOTHING_THERE;
        }
        int account = state.settlement.accounts().free(participant, chain);
        return enter(new Running(address, Frame.NO_CONTRACT, account, earlier), call);
    }

    private Result enter(Running frame, Call call) {
        if (depth == MAX_DEPTH) {
            return TOO_DEEP;
        }
        if (recording != null && frame.address >= contracts.services()) {
            recording.touched(frame.address - contracts.services(), state.at(frame.address));
        }
        ChainJournal.Mark mark = journal.mark();
        depth++;
        Result result = frame.ended(state.at(frame.address).call(frame, call));
        depth--;
        if (result.ok()) {
            journal.keep(mark);
        } else {
            journal.revertTo(mark);
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

        /** @param callerAddress of the contract that calls, or {@link Frame#NO_CONTRACT} for the sender */
        Running(int address, int callerAddress, int caller, List<Result> earlier) {
            this.address = address;
            this.callerAddress = callerAddress;
            this.caller = caller;
            this.earlier = earlier;
        }

        /** The result, unless the call asked for one that there is not, or the gas is spent. */
        private Result ended(Result result) {
            if (gasUsed > gasLimit) {
                return NO_GAS;
            }
            return missed ? NO_RESULT : result;
        }

        @Override
        public long timeNanos() {
            return now;
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
            return state.settlement.ledger();
        }

        @Override
        public Accounts accounts() {
            return state.settlement.accounts();
        }

        @Override
        public MarketView market() {
            return market;
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
            return contracts.venue(chain, venue);
        }

        @Override
        public Contract contract(int other) {
            return state.at(other);
        }

        @Override
        public Result call(int other, Call call) {
            return enter(new Running(other, address, state.at(address).account(), List.of()), call);
        }

        @Override
        public Result callBack(Call call, List<Result> results) {
            return callerAddress == NO_CONTRACT
                    ? ofSender(call, results)
                    : enter(
                            new Running(
                                    callerAddress, address, state.at(address).account(), results),
                            call);
        }

        @Override
        public void gas(long units) {
            gasUsed += units;
        }

        @Override
        public void emit(MarketEvent event) {
            journal.emit(event);
        }

        @Override
        public void send(Delivery delivery) {
            journal.send(delivery);
        }

        @Override
        public void force(int rollup, long limit, Call call) {
            onRevert(new Forcing(state, chain).force(rollup, participant, limit, call));
        }

        @Override
        public void traded(int venue, int asset, UInt256 amount, double feeRate) {
            journal.traded(venue, asset, amount, feeRate);
        }

        @Override
        public void onRevert(Runnable undo) {
            journal.onRevert(undo);
        }
    }
}
