package catallaxy.environment.market.rollup;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Has a rollup execute a call of the sender whether its sequencer takes it or not, sent to the chain that the rollup settles on: the
 * {@code depositTransaction} of the OP Stack, the delayed inbox of Arbitrum. The rollup executes it at the top of a block, at that block's
 * base fee, which the sender pays there. Reverts where that chain is none that settles here and can be forced.
 *
 * @param rollup   index of the chain that executes the call
 * @param gasLimit gas units that the call may use there, its transaction's included
 */
public record ForceTransaction(int rollup, long gasLimit, Call call) implements Call {
    public ForceTransaction {
        Checks.present("call", "a call", call);
        Checks.inRange("calls in each other", 1 + call.nested(), 1, MAX_NESTED);
    }

    @Override
    public int nested() {
        return 1 + call.nested();
    }

    /** The rollup, the gas limit and the call. */
    @Override
    public long dataBytes() {
        return FUNCTION_BYTES + 2 * WORD_BYTES + Call.bytesWithin(call);
    }

    @Override
    public void save(StateWriter out) {
        call.write(out.int32(rollup).int64(gasLimit));
    }

    /** Reads what {@link #save} wrote; the call inside by {@code inner}. */
    public static ForceTransaction load(StateReader in, CallReader inner) {
        return new ForceTransaction(in.int32(), in.int64(), inner.read(in));
    }
}
