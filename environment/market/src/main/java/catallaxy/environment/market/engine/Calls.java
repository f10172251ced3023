package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.CallExecutor;
import catallaxy.environment.market.chain.Execution;
import catallaxy.environment.market.chain.GasSchedule;
import catallaxy.environment.market.trace.MarketEvent;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes the calls of one chain's transactions. A call that reverts leaves ledger and pools as they were and emits
 * nothing; events of a batch appear only when the whole batch has succeeded.
 */
final class Calls implements CallExecutor {
    private static final String OK = "";

    private final MarketState state;
    private final Transport transport;
    private final int chain;
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Delivery> sent = new ArrayList<>();
    private long gasUsed;
    private long gasLimit;

    Calls(MarketState state, Transport transport, int chain) {
        this.state = state;
        this.transport = transport;
        this.chain = chain;
    }

    @Override
    public Execution execute(long now, int participant, Call call, long gasLimit) {
        events.clear();
        sent.clear();
        this.gasUsed = GasSchedule.TRANSACTION;
        this.gasLimit = gasLimit;
        PoolCalls pools = new PoolCalls(state, chain, events);
        int mark = state.settlement.ledger().mark();
        String reason = run(now, participant, call, pools);
        if (reason.isEmpty()) {
            state.settlement.ledger().commit(mark);
            pools.countFills();
            events.forEach(state.settlement.log()::emit);
            sent.forEach(transport::dispatch);
        } else {
            state.settlement.ledger().revertTo(mark);
            pools.undo();
        }
        return Execution.within(gasLimit, reason, gasUsed);
    }

    /** Runs the calls of a transaction one after another and counts the gas of each, up to the one that fails. */
    private String run(long now, int participant, Call call, PoolCalls pools) {
        if (call instanceof Call.Batch batch) {
            return batch(now, participant, batch, pools);
        }
        String reason = runOne(now, participant, call, pools);
        gasUsed += reason.isEmpty() ? GasSchedule.execution(call) : GasSchedule.reverting(call);
        return gasUsed > gasLimit ? Execution.OUT_OF_GAS : reason;
    }

    private String runOne(long now, int participant, Call call, PoolCalls pools) {
        return switch (call) {
            case Call.Swap swap -> pools.swap(now, participant, swap);
            case Call.AddLiquidity add -> pools.add(now, participant, add);
            case Call.RemoveLiquidity remove -> pools.remove(now, participant, remove);
            case Call.BridgeTransfer transfer -> bridge(now, participant, transfer);
            case Call.Deposit deposit -> deposit(now, participant, deposit);
            case Call.Transfer transfer -> transfer(participant, transfer);
            case Call.Batch batch -> throw new IllegalStateException("not one call: " + batch);
        };
    }

    private String batch(long now, int participant, Call.Batch batch, PoolCalls pools) {
        for (Call each : batch.calls()) {
            String reason = run(now, participant, each, pools);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return OK;
    }

    @Override
    public UInt256 value(Call call) {
        return switch (call) {
            case Call.Swap swap -> ofGasAsset(swap.assetIn(), swap.amountIn());
            case Call.AddLiquidity add -> value(add);
            case Call.BridgeTransfer transfer -> ofGasAsset(transfer.asset(), transfer.amount());
            case Call.Deposit deposit -> ofGasAsset(deposit.asset(), deposit.amount());
            case Call.Transfer transfer -> ofGasAsset(transfer.asset(), transfer.amount());
            case Call.RemoveLiquidity _, Call.Batch _ -> UInt256.ZERO;
        };
    }

    private UInt256 value(Call.AddLiquidity add) {
        if (!isPoolOn(state, add.pool(), chain)) {
            return UInt256.ZERO;
        }
        VenueSpec pool = state.layout.spec().venues().get(add.pool());
        UInt256 ofBase = ofGasAsset(pool.base(), add.amount0Desired());
        return ofBase.isZero() ? ofGasAsset(pool.quote(), add.amount1Desired()) : ofBase;
    }

    private UInt256 ofGasAsset(int asset, UInt256 amount) {
        return asset == state.layout.spec().chains().get(chain).gasAsset() ? amount : UInt256.ZERO;
    }

    private String bridge(long now, int participant, Call.BridgeTransfer transfer) {
        if (transfer.bridge() < 0 || transfer.bridge() >= state.bridges.length) {
            return "Bridge: UNKNOWN_BRIDGE";
        }
        BridgeSpec spec = state.bridges[transfer.bridge()].spec();
        boolean outward = spec.homeChain() == chain;
        if (!(outward || spec.remoteChain() == chain) || !spec.assets().contains(transfer.asset())) {
            return "Bridge: UNSUPPORTED_ROUTE";
        }
        if (transfer.amount().isZero()
                || !state.bridges[transfer.bridge()].send(
                        state.settlement, participant, chain, transfer.asset(), transfer.amount())) {
            return "Bridge: INSUFFICIENT_BALANCE";
        }
        int to = outward ? spec.remoteChain() : spec.homeChain();
        send(now, Delivery.Kind.BRIDGE, transfer.bridge(), participant, transfer.asset(), to, transfer.amount());
        return OK;
    }

    private String deposit(long now, int participant, Call.Deposit deposit) {
        if (deposit.exchange() < 0
                || deposit.exchange() >= state.layout.spec().exchanges().size()) {
            return "Exchange: UNKNOWN_EXCHANGE";
        }
        Settlement settlement = state.settlement;
        int from = settlement.accounts().free(participant, chain);
        int aside = settlement.accounts().transit(participant);
        if (!isAsset(deposit.asset())
                || deposit.amount().isZero()
                || !settlement.ledger().transfer(from, aside, deposit.asset(), deposit.amount())) {
            return "ERC20: transfer amount exceeds balance";
        }
        int to = state.layout.spec().placeOfExchange(deposit.exchange());
        send(now, Delivery.Kind.DEPOSIT, deposit.exchange(), participant, deposit.asset(), to, deposit.amount());
        return OK;
    }

    private void send(long now, Delivery.Kind kind, int via, int participant, int asset, int toPlace, UInt256 amount) {
        Delivery delivery = new Delivery(kind, via, participant, asset, chain, toPlace, amount);
        sent.add(delivery);
        events.add(new MarketEvent.FundsSent(
                now, transport.carrierId(delivery), participant, asset, chain, toPlace, amount));
    }

    private String transfer(int participant, Call.Transfer transfer) {
        Settlement settlement = state.settlement;
        if (transfer.participant() < 0
                || transfer.participant() >= settlement.accounts().participants()) {
            return "ERC20: transfer to the zero address";
        }
        int from = settlement.accounts().free(participant, chain);
        int to = settlement.accounts().free(transfer.participant(), chain);
        boolean moved = isAsset(transfer.asset())
                && settlement.ledger().transfer(from, to, transfer.asset(), transfer.amount());
        return moved ? OK : "ERC20: transfer amount exceeds balance";
    }

    private boolean isAsset(int asset) {
        return asset >= 0 && asset < state.settlement.ledger().assets();
    }

    /** Whether the venue is a pool of the chain. */
    static boolean isPoolOn(MarketState state, int venue, int chain) {
        return venue >= 0
                && venue < state.layout.spec().venues().size()
                && state.layout.spec().venues().get(venue) instanceof VenueSpec.UniswapV2 pool
                && pool.chain() == chain;
    }
}
