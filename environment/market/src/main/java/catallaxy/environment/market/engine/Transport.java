package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.exchange.Rejection;
import catallaxy.environment.market.outage.Outages;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.Optional;

/** Amounts on their way between places: over bridges, into exchanges and out of them. */
final class Transport {
    private final MarketState state;
    private final EngineSpec spec;
    private final Settlement settlement;

    Transport(MarketState state) {
        this.state = state;
        this.spec = state.layout.spec();
        this.settlement = state.settlement;
    }

    /** Lets an amount leave an exchange for a chain; empty if it left. */
    Optional<Rejection> withdraw(int participant, MarketCommand.Withdraw withdrawal) {
        int from = spec.placeOfExchange(withdrawal.exchange());
        boolean moved = !withdrawal.amount().isZero()
                && settlement
                        .ledger()
                        .transfer(
                                settlement.accounts().free(participant, from),
                                settlement.accounts().transit(participant),
                                withdrawal.asset(),
                                withdrawal.amount());
        if (!moved) {
            return Optional.of(Rejection.INSUFFICIENT_BALANCE);
        }
        Delivery delivery = new Delivery(
                Delivery.Kind.WITHDRAWAL,
                withdrawal.exchange(),
                participant,
                withdrawal.asset(),
                from,
                withdrawal.chain(),
                withdrawal.amount());
        settlement
                .log()
                .emit(new MarketEvent.FundsSent(
                        state.timeNanos,
                        carrierId(delivery),
                        participant,
                        withdrawal.asset(),
                        from,
                        withdrawal.chain(),
                        withdrawal.amount()));
        dispatch(delivery);
        return Optional.empty();
    }

    /** Puts an amount that has left one place on its way to the other; returns its slot. */
    int dispatch(Delivery delivery) {
        Delivery sent = departed(delivery);
        long delay = switch (delivery.kind()) {
            case BRIDGE -> spec.bridges().get(delivery.via()).delayNanos();
            case WITHDRAWAL -> spec.exchanges().get(delivery.via()).withdrawalDelayNanos();
            case RECALLED -> throw new IllegalStateException("already recalled: " + delivery);
            case DEPOSIT ->
                spec.exchanges().get(delivery.via()).depositConfirmations()
                        * spec.chains().get(delivery.fromPlace()).blockTimeNanos();
        };
        int slot = state.deliveries.put(sent);
        schedule(state.timeNanos + delay, slot);
        return slot;
    }

    private void schedule(long timeNanos, int slot) {
        int via = state.deliveries.get(slot).via();
        state.queue.schedule(timeNanos, EventKind.DELIVERY.priority(), EventKind.DELIVERY.code(), via, slot);
    }

    /** A delivery that leaves a chain does so in the block that is being made. */
    private Delivery departed(Delivery delivery) {
        return delivery.kind() == Delivery.Kind.WITHDRAWAL
                ? delivery
                : delivery.inBlock(state.chains[delivery.fromPlace()].blockNumber() + 1);
    }

    /** Lets an amount never arrive whose departure was undone; the ledger has it back already. */
    void recall(long now, int slot, int confirmations) {
        Delivery each = state.deliveries.get(slot);
        state.deliveries.replace(slot, each.recalled());
        settlement
                .log()
                .emit(new MarketEvent.FundsRecalled(
                        now,
                        carrierId(each),
                        each.participant(),
                        each.asset(),
                        each.fromPlace(),
                        each.amount(),
                        confirmations));
    }

    String carrierId(Delivery delivery) {
        return delivery.kind() == Delivery.Kind.BRIDGE
                ? spec.bridges().get(delivery.via()).id()
                : spec.exchanges().get(delivery.via()).id();
    }

    /** Lets an amount arrive that is due, unless the block of its departure is not final yet or nothing happens where it is to arrive. */
    void deliver(int slot) {
        Delivery delivery = state.deliveries.get(slot);
        long next = delivery.kind() == Delivery.Kind.RECALLED ? state.timeNanos : arrivalNanos(delivery);
        if (next > state.timeNanos) {
            schedule(next, slot);
            return;
        }
        state.deliveries.take(slot);
        if (delivery.kind() != Delivery.Kind.RECALLED) {
            settle(delivery);
        }
    }

    /** The earliest time at which a delivery that is due may arrive, as far as is known now. */
    private long arrivalNanos(Delivery delivery) {
        long missing = 0;
        long blockTime = 0;
        long from = state.timeNanos;
        if (delivery.kind() != Delivery.Kind.WITHDRAWAL) {
            int chain = delivery.fromPlace();
            missing = Math.max(0, finalWith(delivery) - state.chains[chain].blockNumber());
            blockTime = spec.chains().get(chain).blockTimeNanos();
            from = missing > 0 ? upFrom(chain) : from;
        }
        return Math.max(from + missing * blockTime, upFrom(delivery.toPlace()));
    }

    private long upFrom(int place) {
        Outages outages = state.outages[place];
        return outages.isDown() ? outages.changesAtNanos() : state.timeNanos;
    }

    /** Number of the block of its chain that a delivery waits for. */
    private long finalWith(Delivery delivery) {
        ChainSpec chain = spec.chains().get(delivery.fromPlace());
        return switch (delivery.kind()) {
            case BRIDGE -> spec.bridges().get(delivery.via()).finalWith(chain, delivery.block());
            case DEPOSIT ->
                delivery.block() + spec.exchanges().get(delivery.via()).depositConfirmations() - 1L;
            case WITHDRAWAL, RECALLED -> 0;
        };
    }

    private void settle(Delivery delivery) {
        if (delivery.kind() == Delivery.Kind.BRIDGE) {
            deliverByBridge(delivery);
            return;
        }
        settleTransit(delivery);
        reportArrival(delivery, delivery.toPlace(), delivery.amount(), false);
    }

    private void deliverByBridge(Delivery each) {
        Bridge bridge = state.bridges[each.via()];
        if (bridge.drawFailure()) {
            bridge.giveBack(settlement, each.participant(), each.fromPlace(), each.asset(), each.amount());
            reportArrival(each, each.fromPlace(), each.amount(), true);
        } else {
            UInt256 received =
                    bridge.deliver(settlement, each.participant(), each.toPlace(), each.asset(), each.amount());
            reportArrival(each, each.toPlace(), received, false);
        }
    }

    private void settleTransit(Delivery each) {
        int aside = settlement.accounts().transit(each.participant());
        int to = settlement.accounts().free(each.participant(), each.toPlace());
        if (!settlement.ledger().transfer(aside, to, each.asset(), each.amount())) {
            throw new IllegalStateException(
                    "less in transit than was sent: " + each + " at " + state.timeNanos + " ns");
        }
    }

    private void reportArrival(Delivery each, int place, UInt256 amount, boolean returned) {
        settlement
                .log()
                .emit(new MarketEvent.FundsArrived(
                        state.timeNanos, carrierId(each), each.participant(), each.asset(), place, amount, returned));
    }
}
