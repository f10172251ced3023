package catallaxy.environment.market.venue.uniswapv2;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Takes either or both assets out of a pair, does something with them, and pays before the pair looks: {@code swap} of the pair with
 * data, which calls its caller back. In {@code then}, the first {@link catallaxy.environment.api.command.Amount.Given} is the base
 * asset received and the second the quote asset; a {@link Call.Pay} pays. Reverts where the invariant does not hold afterwards.
 *
 * @param pool       index of the venue
 * @param amount0Out of the base asset, base units
 * @param amount1Out of the quote asset, base units
 * @param then       what the sender does with it
 */
public record FlashSwap(int pool, UInt256 amount0Out, UInt256 amount1Out, Call then) implements Call.OfVenue {
    public FlashSwap {
        Checks.present("amount0Out", "an amount", amount0Out);
        Checks.present("amount1Out", "an amount", amount1Out);
        Checks.present("then", "a call", then);
        Checks.inRange("calls in each other", 1 + then.nested(), 1, MAX_NESTED);
    }

    @Override
    public int nested() {
        return 1 + then.nested();
    }

    @Override
    public int venue() {
        return pool;
    }

    /** Two amounts, the receiver, and the call. */
    @Override
    public long dataBytes() {
        return FUNCTION_BYTES + 3 * WORD_BYTES + Call.bytesWithin(then);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(pool);
        amount0Out.save(out);
        amount1Out.save(out);
        then.write(out);
    }

    static FlashSwap load(StateReader in, CallReader inner) {
        return new FlashSwap(in.int32(), UInt256.load(in), UInt256.load(in), inner.read(in));
    }
}
