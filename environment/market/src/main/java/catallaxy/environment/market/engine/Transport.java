package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.MarketCommand;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.chain.ChainSpec;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.exchange.Rejection;
import catallaxy.environment.market.outage.Outages;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.Optional;

/** Amounts on their way between places: over bridges, into exchanges and out of them. */
final class Transport {
    private final MarketState state;
    private final EngineSpec spec;
    private final Settlement settlement;
    private final Forgeries forgeries;

    Transport(MarketState state) {
        this.state = state;
        this.forgeries = new Forgeries(state);
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
                .emit(new TransportEvent.FundsSent(
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
            case BRIDGE, FORGED -> spec.bridges().get(delivery.via()).messageDelayNanos();
            case LIQUIDITY -> 0;
            case WITHDRAWAL -> spec.exchanges().get(delivery.via()).withdrawalDelayNanos();
            case RECALLED, QUEUED, REFUND, FORGED_QUEUED, EVIDENCE ->
                throw new IllegalStateException("departs from nowhere: " + delivery);
            case DEPOSIT ->
                spec.exchanges().get(delivery.via()).depositConfirmations()
                        * spec.chains().get(delivery.fromPlace()).blocks().blockTimeNanos();
        };
        int slot = state.deliveries.put(sent);
        schedule(state.timeNanos + delay, slot);
        return slot;
    }

    private void schedule(long timeNanos, int slot) {
        int via = state.deliveries.get(slot).via();
        state.schedule(timeNanos, EventKind.DELIVERY, via, slot);
    }

    /** A delivery that leaves a chain does so in the block that is being made. */
    private Delivery departed(Delivery delivery) {
        return delivery.kind() == Delivery.Kind.WITHDRAWAL
                ? delivery
                : delivery.inBlock(state.chains[delivery.departure()].blockNumber() + 1);
    }

    /** Lets an amount never arrive whose departure was undone; the ledger has it back already. Of what was forged nothing had left. */
    void recall(long now, int slot, int confirmations) {
        Delivery each = state.deliveries.get(slot);
        state.deliveries.replace(slot, each.recalled());
        if (each.kind() == Delivery.Kind.FORGED) {
            return;
        }
        settlement
                .log()
                .emit(new TransportEvent.FundsRecalled(
                        now,
                        carrierId(each),
                        each.participant(),
                        each.asset(),
                        each.fromPlace(),
                        each.amount(),
                        confirmations));
    }

    String carrierId(Delivery delivery) {
        return delivery.isOnBridge()
                ? spec.bridges().get(delivery.via()).id()
                : spec.exchanges().get(delivery.via()).id();
    }

    /** Lets an amount arrive that is due, unless it has to wait for something else than the time. */
    void deliver(int slot) {
        Delivery delivery = state.deliveries.get(slot);
        if (delivery.kind() == Delivery.Kind.RECALLED) {
            state.deliveries.take(slot);
            return;
        }
        long next = arrivalNanos(delivery);
        boolean carried = delivery.kind() == Delivery.Kind.BRIDGE || delivery.kind() == Delivery.Kind.FORGED;
        if (next == state.timeNanos && carried) {
            next = admit(slot, delivery);
        }
        if (next > state.timeNanos) {
            schedule(next, slot);
        } else {
            settle(state.deliveries.take(slot));
        }
    }

    /** The earliest time at which a delivery that is due may arrive, as far as is known now. */
    private long arrivalNanos(Delivery delivery) {
        long up = upFrom(delivery.toPlace());
        if (!delivery.waitsForBlocks()) {
            return up;
        }
        int chain = delivery.departure();
        long missing = finalWith(delivery) - state.chains[chain].blockNumber();
        return missing <= 0
                ? up
                : Math.max(
                        up,
                        upFrom(chain)
                                + missing * spec.chains().get(chain).blocks().blockTimeNanos());
    }

    private long upFrom(int place) {
        Outages outages = state.outages[place];
        return outages.isDown() ? outages.changesAtNanos() : state.timeNanos;
    }

    /** Number of the block of its chain that a delivery waits for. */
    private long finalWith(Delivery delivery) {
        ChainSpec chain = spec.chains().get(delivery.departure());
        return delivery.kind() == Delivery.Kind.DEPOSIT
                ? delivery.block() + spec.exchanges().get(delivery.via()).depositConfirmations() - 1L
                : spec.bridges().get(delivery.via()).finalWith(chain, delivery.block());
    }

    /** Asks the rate limit, once. */
    private long admit(int slot, Delivery each) {
        state.deliveries.replace(slot, each.queued());
        return state.bridges[each.via()].admit(state.timeNanos, each.asset(), each.toPlace(), each.amount());
    }

    private void settle(Delivery each) {
        switch (each.kind()) {
            case BRIDGE, QUEUED -> deliverByBridge(each);
            case REFUND -> giveBack(each);
            case LIQUIDITY -> provide(each);
            case FORGED, FORGED_QUEUED -> forgeries.arrive(each);
            case EVIDENCE -> forgeries.punish(each);
            case DEPOSIT, WITHDRAWAL -> {
                settleTransit(each);
                reportArrival(each, each.toPlace(), each.amount(), false);
            }
            case RECALLED -> throw new IllegalStateException("arrives although it was recalled: " + each);
        }
    }

    private void deliverByBridge(Delivery each) {
        Bridge bridge = state.bridges[each.via()];
        BridgeSpec.Passage passage = bridge.spec().passage();
        if (bridge.drawLoss()) {
            fail(each, Bridge.LOST, passage.lossTimeoutNanos() + passage.refundDelayNanos());
            return;
        }
        Optional<String> obstacle = bridge.drawFailure()
                ? Optional.of(Bridge.REVERTED)
                : bridge.obstacle(settlement.ledger(), each.asset(), each.toPlace(), each.amount());
        if (obstacle.isPresent()) {
            fail(each, obstacle.get(), passage.refundDelayNanos());
            return;
        }
        UInt256 received = bridge.deliver(settlement, each.participant(), each.toPlace(), each.asset(), each.amount());
        reportArrival(each, each.toPlace(), received, false);
    }

    private void fail(Delivery each, String reason, long delayNanos) {
        settlement
                .log()
                .emit(new TransportEvent.TransferFailed(
                        state.timeNanos, carrierId(each), each.participant(), each.asset(), each.amount(), reason));
        int slot = state.deliveries.put(each.refund());
        if (delayNanos == 0) {
            deliver(slot);
        } else {
            schedule(state.timeNanos + delayNanos, slot);
        }
    }

    private void giveBack(Delivery each) {
        state.bridges[each.via()].giveBack(settlement, each.participant(), each.toPlace(), each.asset(), each.amount());
        reportArrival(each, each.toPlace(), each.amount(), true);
    }

    private void provide(Delivery each) {
        UInt256 shares = state.bridges[each.via()].provide(
                settlement, each.participant(), each.toPlace(), each.asset(), each.amount());
        settlement
                .log()
                .emit(new TransportEvent.BridgeLiquidityChanged(
                        state.timeNanos,
                        carrierId(each),
                        each.participant(),
                        each.asset(),
                        each.toPlace(),
                        true,
                        each.amount(),
                        shares));
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
                .emit(new TransportEvent.FundsArrived(
                        state.timeNanos, carrierId(each), each.participant(), each.asset(), place, amount, returned));
    }
}
