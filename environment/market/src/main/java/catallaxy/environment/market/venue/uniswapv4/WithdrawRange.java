package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Takes liquidity out of a range of the sender's, and pays it and what the range has earned; none of it pays the fees alone. Its result is
 * what was paid of each asset, base units, rounded down.
 *
 * @param pool       index of the venue
 * @param tickLower  lower end of the range
 * @param tickUpper  upper end
 * @param liquidity  below 2^127
 * @param leastBase  least of the base asset for the liquidity, without fees, else {@code MinimumAmountInsufficient}
 * @param leastQuote least of the quote asset
 */
public record WithdrawRange(
        int pool, int tickLower, int tickUpper, UInt256 liquidity, UInt256 leastBase, UInt256 leastQuote)
        implements Call.OfVenue {
    public WithdrawRange {
        Checks.present("liquidity", "an amount", liquidity);
        Checks.present("leastBase", "an amount", leastBase);
        Checks.present("leastQuote", "an amount", leastQuote);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        liquidity.save(out.int32(pool).int32(tickLower).int32(tickUpper));
        leastBase.save(out);
        leastQuote.save(out);
    }

    static WithdrawRange load(StateReader in) {
        return new WithdrawRange(
                in.int32(), in.int32(), in.int32(), UInt256.load(in), UInt256.load(in), UInt256.load(in));
    }
}
