package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Puts as much liquidity in a range of the sender's as both amounts are enough for, and pays what the range has earned. Its result is the
 * liquidity, and what was put in of each asset, base units, rounded up.
 *
 * @param pool        index of the venue
 * @param tickLower   lower end of the range, a multiple of the pool's tick spacing
 * @param tickUpper   upper end, which the range does not include
 * @param base        most of the base asset
 * @param quote       most of the quote asset
 * @param leastBase   least of the base asset, else {@code MinimumAmountInsufficient}
 * @param leastQuote  least of the quote asset
 */
public record ProvideRange(
        int pool, int tickLower, int tickUpper, Amount base, Amount quote, UInt256 leastBase, UInt256 leastQuote)
        implements Call.OfVenue {
    public ProvideRange {
        Checks.present("base", "an amount", base);
        Checks.present("quote", "an amount", quote);
        Checks.present("leastBase", "an amount", leastBase);
        Checks.present("leastQuote", "an amount", leastQuote);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        base.save(out.int32(pool).int32(tickLower).int32(tickUpper));
        quote.save(out);
        leastBase.save(out);
        leastQuote.save(out);
    }

    static ProvideRange load(StateReader in) {
        return new ProvideRange(
                in.int32(),
                in.int32(),
                in.int32(),
                Amount.load(in),
                Amount.load(in),
                UInt256.load(in),
                UInt256.load(in));
    }
}
