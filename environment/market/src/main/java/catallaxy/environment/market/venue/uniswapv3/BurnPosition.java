package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Takes liquidity out of a range of the sender's: what it stood for, rounded down, and the fees so far are credited, and paid out by a
 * {@link CollectPosition}. Its result is what was credited for the liquidity, of each asset, base units.
 *
 * @param pool       index of the venue
 * @param tickLower  lower end of the range
 * @param tickUpper  upper end of the range
 * @param liquidity  how much; none only credits the fees
 * @param amount0Min least credit of the base asset, else {@code Price slippage check}
 * @param amount1Min least credit of the quote asset
 */
public record BurnPosition(
        int pool, int tickLower, int tickUpper, UInt256 liquidity, UInt256 amount0Min, UInt256 amount1Min)
        implements Call.OfVenue {
    public BurnPosition {
        Checks.present("liquidity", "an amount", liquidity);
        Checks.present("amount0Min", "an amount", amount0Min);
        Checks.present("amount1Min", "an amount", amount1Min);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        liquidity.save(out.int32(pool).int32(tickLower).int32(tickUpper));
        amount0Min.save(out);
        amount1Min.save(out);
    }

    static BurnPosition load(StateReader in) {
        return new BurnPosition(
                in.int32(), in.int32(), in.int32(), UInt256.load(in), UInt256.load(in), UInt256.load(in));
    }
}
