package catallaxy.environment.api.command;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.CorruptStateException;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/** One transaction of a bundle: its sender's own, which nobody else sees, or one that waits in the mempool. */
public sealed interface BundleItem {
    /**
     * A transaction of the bundle's sender. It takes the sender's next nonce when it is executed.
     *
     * @param gasLimit                gas units, or {@link MarketCommand#ENOUGH_GAS}
     * @param maxFeePerGasWei         most it pays per gas, base fee and priority fee together
     * @param maxPriorityFeePerGasWei most it pays per gas to who builds the block
     */
    record Own(Call call, long gasLimit, long maxFeePerGasWei, long maxPriorityFeePerGasWei) implements BundleItem {
        public Own {
            Checks.present("call", "a call", call);
        }
    }

    /**
     * A transaction of anybody that waits in the mempool, known by what names it there. One that replaced it is another.
     *
     * @param participant its sender
     * @param nonce       of its sender
     * @param sequence    number of its arrival, as the mempool shows it
     */
    record Waiting(int participant, long nonce, long sequence) implements BundleItem {}

    /** Writes the item; {@link #load} reads it back. */
    default void save(StateWriter out) {
        switch (this) {
            case Own(Call call, long gasLimit, long maxFee, long maxPriorityFee) ->
                call.write(out.int32(0).int64(gasLimit).int64(maxFee).int64(maxPriorityFee));
            case Waiting(int participant, long nonce, long sequence) ->
                out.int32(1).int32(participant).int64(nonce).int64(sequence);
        }
    }

    /**
     * Reads an item, a call in it by {@code calls}.
     *
     * @throws CorruptStateException if there is none
     */
    static BundleItem load(StateReader in, CallReader calls) {
        int kind = in.int32();
        return switch (kind) {
            case 0 -> own(in, calls);
            case 1 -> new Waiting(in.int32(), in.int64(), in.int64());
            default -> throw new CorruptStateException("item of a bundle: expected 0 or 1, found " + kind);
        };
    }

    private static Own own(StateReader in, CallReader calls) {
        long gasLimit = in.int64();
        long maxFee = in.int64();
        long maxPriorityFee = in.int64();
        return new Own(calls.read(in), gasLimit, maxFee, maxPriorityFee);
    }
}
