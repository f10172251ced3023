package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** Transactions as bytes of a saved state. */
public final class TransactionCodec {
    private TransactionCodec() {}

    /** Writes every field and then the call, as {@link #read} expects them. */
    public static void write(StateWriter out, Transaction transaction) {
        out.int64(transaction.sequence()).int32(transaction.participant()).int64(transaction.nonce());
        out.int64(transaction.gasLimit()).int64(transaction.maxFeePerGasWei());
        out.int64(transaction.maxPriorityFeePerGasWei()).int64(transaction.deadlineNanos());
        transaction.call().write(out);
    }

    /** Reads a transaction, its call by {@code calls}. */
    public static Transaction read(StateReader in, CallReader calls) {
        return new Transaction(
                in.int64(), in.int32(), in.int64(), in.int64(), in.int64(), in.int64(), in.int64(), calls.read(in));
    }
}
