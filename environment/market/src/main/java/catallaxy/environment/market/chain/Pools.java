package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.List;

/**
 * What a chain's blocks are built from: the transactions and bundles that wait, what was forced on it, and each sender's next nonce. Owned by
 * the chain.
 */
record Pools(Mempool mempool, BundlePool bundles, ForcedQueue forced, Nonces nonces) {
    /** Nothing waits, and nobody has sent anything; each pool holds so many. */
    static Pools empty(int limit, ForcedInclusion rule) {
        return new Pools(new Mempool(limit), new BundlePool(limit), new ForcedQueue(rule), new Nonces());
    }

    /** Whether anything waits that the block of this number may take. */
    boolean hasFor(long block) {
        return mempool.hasExecutable() || bundles.hasFor(block);
    }

    /** Puts transactions back where they were before a block took them, the latest of each sender first. */
    void putBack(List<UndoableBlock.Taken> taken) {
        for (UndoableBlock.Taken each : taken) {
            if (each.waited()) {
                mempool.putBack(each.entry());
            }
            if (each.executed()) {
                nonces.retreat(each.sender());
            }
        }
        taken.forEach(each -> mempool.promote(each.sender(), nonces.next(each.sender())));
    }

    Pools copy() {
        return new Pools(mempool.copy(), bundles.copy(), forced.copy(), nonces.copy());
    }

    void save(StateWriter out) {
        mempool.save(out);
        bundles.save(out);
        forced.save(out);
        nonces.save(out);
    }

    static Pools load(StateReader in, CallReader calls, int limit, ForcedInclusion rule) {
        Mempool mempool = Mempool.load(in, calls, limit);
        BundlePool bundles = BundlePool.load(in, calls, limit);
        ForcedQueue forced = ForcedQueue.load(in, calls, rule);
        Nonces nonces = Nonces.load(in);
        mempool.promoteAll(nonces);
        return new Pools(mempool, bundles, forced, nonces);
    }
}
