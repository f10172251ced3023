package catallaxy.environment.market.engine;

import catallaxy.environment.market.chain.Transaction;
import catallaxy.environment.market.chain.TransactionCodec;
import catallaxy.environment.market.kernel.StateReader;
import catallaxy.environment.market.kernel.StateWriter;

/** A transaction on its way to a chain's mempool. */
record Propagation(int chain, Transaction transaction) {
    void save(StateWriter out) {
        TransactionCodec.write(out.int32(chain), transaction);
    }

    static Propagation load(StateReader in) {
        return new Propagation(in.int32(), TransactionCodec.read(in));
    }
}
