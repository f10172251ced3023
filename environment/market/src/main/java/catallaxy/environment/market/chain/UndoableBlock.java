package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Settlement;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.ledger.Movements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is needed to undo a block: its journal. Immutable, so that forks share it.
 *
 * @param before    base fee and unseen demand before it, a copy that is never changed
 * @param taken     what left the mempool and bundles for it, in its order
 * @param forced    what was forced into it, in its order
 * @param movements of the ledger
 * @param done      what each sender did in it
 * @param turnover  {@code [venues]}: what was traded before it, quote units
 * @param effects   what it changed of contracts, and what it sent
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and read by position
record UndoableBlock(
        FeeMarket before,
        List<Taken> taken,
        List<ForcedTransaction> forced,
        Movements movements,
        Map<Integer, Totals> done,
        double[] turnover,
        CallExecutor.Effects effects) {
    /** A block without transactions of this market. */
    static UndoableBlock empty(FeeMarket before, double[] turnover, CallExecutor.Effects nothing) {
        return new UndoableBlock(before, List.of(), List.of(), Movements.none(), new TreeMap<>(), turnover, nothing);
    }

    /**
     * A transaction that left the mempool, or a bundle.
     *
     * @param executed or else dropped
     * @param waited   whether it waited in the mempool, where it waits again once undone; one of a bundle is gone
     */
    record Taken(SenderQueue.Entry entry, boolean executed, boolean waited) {
        int sender() {
            return entry.transaction().participant();
        }
    }

    /**
     * Undoes what it did to ledger, contracts, totals and pools; its fee market is left to the chain.
     *
     * @param confirmations how many blocks there are since it, itself included
     */
    void undo(Settlement settlement, long now, CallExecutor executor, Pools pools, int confirmations) {
        executor.undo(now, effects, confirmations);
        movements.undo(settlement.ledger());
        done.forEach((sender, totals) -> settlement.totals(sender).takeBack(totals));
        for (int venue = 0; venue < turnover.length; venue++) {
            if (executor.isHere(venue)) {
                settlement.turnover(venue, turnover[venue]);
            }
        }
        pools.putBack(taken);
        pools.forced().putBack(forced);
    }

    void save(StateWriter out) {
        before.save(out);
        out.int32(taken.size());
        for (Taken each : taken) {
            TransactionCodec.write(out, each.entry().transaction());
            each.entry().cost().save(out.flag(each.executed()).flag(each.waited()));
        }
        out.int32(forced.size());
        forced.forEach(each -> each.save(out));
        movements.save(out);
        out.int32(done.size());
        done.forEach((sender, totals) -> totals.save(out.int32(sender)));
        out.doubles(turnover);
        effects.save(out);
    }

    static UndoableBlock load(StateReader in, ChainSpec spec, CallReader calls, CallExecutor.EffectsReader effects) {
        FeeMarket before = FeeMarket.load(in, spec);
        List<Taken> taken = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            Transaction transaction = TransactionCodec.read(in, calls);
            boolean executed = in.flag();
            boolean waited = in.flag();
            taken.add(new Taken(new SenderQueue.Entry(transaction, UInt256.load(in)), executed, waited));
        }
        List<ForcedTransaction> forced = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            forced.add(ForcedTransaction.load(in, calls));
        }
        Movements movements = Movements.load(in);
        Map<Integer, Totals> done = new TreeMap<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            int sender = in.int32();
            done.put(sender, Totals.load(in));
        }
        return new UndoableBlock(before, taken, forced, movements, done, in.doubles(), effects.read(in));
    }
}
