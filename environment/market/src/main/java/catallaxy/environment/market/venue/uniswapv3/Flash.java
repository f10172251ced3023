package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.api.command.CallReader;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Borrows either or both assets of a Uniswap V3 pool, does something with them, and pays them back with {@code ceil(amount · fee)} before
 * the pool looks. In {@code then}, the first two {@link catallaxy.environment.api.command.Amount.Given} are the base and the quote asset
 * to pay back, fee included; a {@link Call.Pay} pays. Its result is what was paid of each above the amounts.
 *
 * @param pool    index of the venue
 * @param amount0 of the base asset, base units
 * @param amount1 of the quote asset, base units
 * @param then    what the sender does with it
 */
public record Flash(int pool, UInt256 amount0, UInt256 amount1, Call then) implements Call.OfVenue {
    public Flash {
        Checks.present("amount0", "an amount", amount0);
        Checks.present("amount1", "an amount", amount1);
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

    /** Receiver, two amounts, and the call. */
    @Override
    public long dataBytes() {
        return FUNCTION_BYTES + 3 * WORD_BYTES + Call.bytesWithin(then);
    }

    @Override
    public void save(StateWriter out) {
        out.int32(pool);
        amount0.save(out);
        amount1.save(out);
        then.write(out);
    }

    static Flash load(StateReader in, CallReader inner) {
        return new Flash(in.int32(), UInt256.load(in), UInt256.load(in), inner.read(in));
    }
}
