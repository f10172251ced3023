package catallaxy.environment.market.chain;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * A transaction that a rollup has to execute because the chain that it settles on has taken it.
 *
 * @param participant the sender, on both chains
 * @param gasLimit    gas units that it may use on the rollup
 * @param sentNanos   time of the block that took it
 * @param block       number of that block
 */
public record ForcedTransaction(int participant, long gasLimit, Call call, long sentNanos, long block) {
    /** The nonce, in traces, of what stands outside the order of its sender's nonces. */
    public static final long NO_NONCE = -1;

    private static final long NO_SEQUENCE = -1;

    /** The transaction at the base fee of the block that executes it: without a tip, a deadline or a place in the order of arrivals. */
    Transaction at(long baseFeeWei) {
        return new Transaction(NO_SEQUENCE, participant, NO_NONCE, gasLimit, baseFeeWei, 0, Long.MAX_VALUE, call);
    }

    void save(StateWriter out) {
        call.write(out.int32(participant).int64(gasLimit).int64(sentNanos).int64(block));
    }

    static ForcedTransaction load(StateReader in, CallReader calls) {
        int participant = in.int32();
        long gasLimit = in.int64();
        long sentNanos = in.int64();
        long block = in.int64();
        return new ForcedTransaction(participant, gasLimit, calls.read(in), sentNanos, block);
    }
}
