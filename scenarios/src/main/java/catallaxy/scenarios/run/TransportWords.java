package catallaxy.scenarios.run;

import catallaxy.environment.market.trace.TransportEvent;

/** Puts what happened to assets between places into words. */
final class TransportWords {
    private final RunNames names;

    TransportWords(RunNames names) {
        this.names = names;
    }

    void say(EventFields fields, TransportEvent event) {
        fields.put("via", event.via()).participant(event.participant());
        switch (event) {
            case TransportEvent.FundsSent sent ->
                amount(fields, sent).put("from", names.place(sent.fromPlace())).put("to", names.place(sent.toPlace()));
            case TransportEvent.FundsArrived arrived ->
                amount(fields, arrived).put("at", names.place(arrived.place())).put("returned", arrived.returned());
            case TransportEvent.FundsRecalled recalled ->
                amount(fields, recalled)
                        .put("from", names.place(recalled.fromPlace()))
                        .put("confirmations", recalled.confirmations());
            case TransportEvent.TransferFailed failed -> amount(fields, failed).put("reason", failed.reason());
            case TransportEvent.MessageForged forged ->
                amount(fields, forged)
                        .put("at", names.place(forged.chain()))
                        .put("signers", forged.signers())
                        .put("bribes", names.engine().spec().quoteAsset(), forged.bribes());
            case TransportEvent.ForgeryPaid paid ->
                amount(fields, paid)
                        .put("at", names.place(paid.chain()))
                        .put("received", paid.asset(), paid.received());
            case TransportEvent.ValidatorsSlashed slashed ->
                amount(fields, slashed).put("validators", slashed.validators());
            case TransportEvent.BridgeLiquidityChanged changed -> {
                fields.put("change", changed.added() ? "added" : "removed");
                amount(fields, changed)
                        .put("at", names.place(changed.chain()))
                        .put("shares", changed.shares().toBigInteger());
            }
        }
    }

    private static EventFields amount(EventFields fields, TransportEvent event) {
        return fields.put("amount", event.asset(), event.amount());
    }
}
