package catallaxy.environment.market.engine;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.contract.Delivery;
import catallaxy.environment.market.trace.MarketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What the calls of the transaction that a chain is executing have done so far: how to undo it, and what is to be told once it
 * has succeeded. Empty between transactions. Owned by the chain's {@link Calls}.
 */
final class ChainJournal {
    private final Settlement settlement;
    private final List<Runnable> undo = new ArrayList<>();
    private final List<MarketEvent> events = new ArrayList<>();
    private final List<Delivery> sent = new ArrayList<>();
    private final List<Trade> trades = new ArrayList<>();

    /** A trade of the sender. */
    private record Trade(int venue, int asset, UInt256 amount, double feeRate) {}

    /** A point to which everything can go back. */
    record Mark(int ledger, int undo, int events, int sent, int trades) {}

    ChainJournal(Settlement settlement) {
        this.settlement = settlement;
    }

    void onRevert(Runnable each) {
        undo.add(each);
    }

    void emit(MarketEvent event) {
        events.add(event);
    }

    void send(Delivery delivery) {
        sent.add(delivery);
    }

    void traded(int venue, int asset, UInt256 amount, double feeRate) {
        trades.add(new Trade(venue, asset, amount, feeRate));
    }

    Mark mark() {
        return new Mark(settlement.ledger().mark(), undo.size(), events.size(), sent.size(), trades.size());
    }

    /** Keeps what was done since a mark, as far as the marks around it are kept. */
    void keep(Mark mark) {
        settlement.ledger().commit(mark.ledger());
    }

    /** Undoes what was done since a mark, newest first. */
    void revertTo(Mark mark) {
        settlement.ledger().revertTo(mark.ledger());
        for (int i = undo.size() - 1; i >= mark.undo(); i--) {
            undo.get(i).run();
        }
        cut(undo, mark.undo());
        cut(events, mark.events());
        cut(sent, mark.sent());
        cut(trades, mark.trades());
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    /**
     * Tells what happened in a transaction that succeeded: counts its trades with the sender, emits, dispatches.
     *
     * @return the slots of what is on its way now
     */
    List<Integer> tell(int participant, Transport transport) {
        for (Trade each : trades) {
            double notional = settlement.worth(each.asset(), each.amount());
            settlement.traded(each.venue(), notional);
            settlement.totals(participant).fill(notional, notional * each.feeRate());
        }
        events.forEach(settlement.log()::emit);
        List<Integer> slots = sent.stream().map(transport::dispatch).toList();
        clear();
        return slots;
    }

    void clear() {
        undo.clear();
        events.clear();
        sent.clear();
        trades.clear();
    }
}
