package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.environment.market.account.Totals;
import catallaxy.environment.market.ledger.Movements;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is needed to undo a block: its journal. Immutable, so that forks share it.
 *
 * @param before    what the chain was before it
 * @param taken     what left the mempool for it, in its order
 * @param movements of the ledger
 * @param done      what each sender did in it
 * @param turnover  {@code [venues]}: what was traded before it, quote units
 * @param effects   what it changed of contracts, and what it sent
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and read by position
record UndoableBlock(
        Before before,
        List<Taken> taken,
        Movements movements,
        Map<Integer, Totals> done,
        double[] turnover,
        CallExecutor.Effects effects) {
    /** The chain as it was: the fee of the block, and the draws of unseen demand so far. */
    record Before(long baseFeeWei, RandomStream demand) {}

    /** A transaction that left the mempool: executed, or dropped. */
    record Taken(SenderQueue.Entry entry, boolean executed) {
        int sender() {
            return entry.transaction().participant();
        }
    }

    void save(StateWriter out) {
        before.demand().save(out.int64(before.baseFeeWei()));
        out.int32(taken.size());
        for (Taken each : taken) {
            TransactionCodec.write(out, each.entry().transaction());
            each.entry().cost().save(out.flag(each.executed()));
        }
        movements.save(out);
        out.int32(done.size());
        done.forEach((sender, totals) -> totals.save(out.int32(sender)));
        out.doubles(turnover);
        effects.save(out);
    }

    static UndoableBlock load(StateReader in, CallReader calls, CallExecutor.EffectsReader effects) {
        long baseFeeWei = in.int64();
        Before before = new Before(baseFeeWei, RandomStream.load(in));
        List<Taken> taken = new ArrayList<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            Transaction transaction = TransactionCodec.read(in, calls);
            boolean executed = in.flag();
            taken.add(new Taken(new SenderQueue.Entry(transaction, UInt256.load(in)), executed));
        }
        Movements movements = Movements.load(in);
        Map<Integer, Totals> done = new TreeMap<>();
        for (int rest = in.count(1); rest > 0; rest--) {
            int sender = in.int32();
            done.put(sender, Totals.load(in));
        }
        return new UndoableBlock(before, taken, movements, done, in.doubles(), effects.read(in));
    }
}
