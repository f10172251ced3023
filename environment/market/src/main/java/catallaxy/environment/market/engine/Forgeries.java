package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.bridge.Attestation;
import catallaxy.environment.market.bridge.Bridge;
import catallaxy.environment.market.bridge.BridgeSpec;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.trace.TransportEvent;
import java.util.Optional;

/**
 * What becomes of messages that bribed validators attest: each is due as a true one is, and paid out unless it is found before. What the
 * watchers find is drawn when it is due; where messages wait out the challenge window it is void then, else the evidence comes later.
 */
final class Forgeries {
    private final MarketState state;
    private final Settlement settlement;

    Forgeries(MarketState state) {
        this.state = state;
        this.settlement = state.settlement;
    }

    /** Pays a forged message out that is due, and punishes its signers if it is found. */
    void arrive(Delivery each) {
        Bridge bridge = state.bridges[each.via()];
        boolean caught = bridge.attestation().drawCaught();
        long later = bridge.attestation().drawChallengeNanos();
        if (caught && bridge.spec().committee().holdsMessages()) {
            fail(each, bridge.spec(), Bridge.FORGED);
            punish(each);
            return;
        }
        pay(each, bridge);
        if (caught) {
            int slot = state.deliveries.put(each.evidence());
            state.schedule(state.timeNanos + later, EventKind.DELIVERY, each.via(), slot);
        }
    }

    private void pay(Delivery each, Bridge bridge) {
        Optional<String> obstacle = bridge.obstacle(settlement.ledger(), each.asset(), each.toPlace(), each.amount());
        if (obstacle.isPresent()) {
            fail(each, bridge.spec(), obstacle.get());
            return;
        }
        UInt256 received =
                bridge.deliverForged(settlement, each.participant(), each.toPlace(), each.asset(), each.amount());
        settlement
                .log()
                .emit(new TransportEvent.ForgeryPaid(
                        state.timeNanos,
                        bridge.spec().id(),
                        each.participant(),
                        each.asset(),
                        each.toPlace(),
                        each.amount(),
                        received));
    }

    private void fail(Delivery each, BridgeSpec bridge, String reason) {
        settlement
                .log()
                .emit(new TransportEvent.TransferFailed(
                        state.timeNanos, bridge.id(), each.participant(), each.asset(), each.amount(), reason));
    }

    /** Takes the stakes of those who signed. */
    void punish(Delivery each) {
        Bridge bridge = state.bridges[each.via()];
        Attestation attestation = bridge.attestation();
        UInt256 stakes = attestation.slash(settlement.ledger(), each.signers());
        settlement
                .log()
                .emit(new TransportEvent.ValidatorsSlashed(
                        state.timeNanos,
                        bridge.spec().id(),
                        each.participant(),
                        state.layout.spec().quoteAsset(),
                        stakes,
                        Long.bitCount(each.signers())));
    }
}
