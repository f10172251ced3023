package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Puts as much liquidity in a range of the sender's as both amounts are enough for, as the deployed position manager does. Its result is
 * the liquidity, and what was paid of each asset, base units, rounded up.
 *
 * @param pool           index of the venue
 * @param tickLower      lower end of the range, a multiple of the pool's tick spacing
 * @param tickUpper      upper end, which the range does not include
 * @param amount0Desired most of the base asset
 * @param amount1Desired most of the quote asset
 * @param amount0Min     least of the base asset, else {@code Price slippage check}
 * @param amount1Min     least of the quote asset
 */
public record MintPosition(
        int pool,
        int tickLower,
        int tickUpper,
        Amount amount0Desired,
        Amount amount1Desired,
        UInt256 amount0Min,
        UInt256 amount1Min)
        implements Call.OfVenue {
    public MintPosition {
        Checks.present("amount0Desired", "an amount", amount0Desired);
        Checks.present("amount1Desired", "an amount", amount1Desired);
        Checks.present("amount0Min", "an amount", amount0Min);
        Checks.present("amount1Min", "an amount", amount1Min);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        amount0Desired.save(out.int32(pool).int32(tickLower).int32(tickUpper));
        amount1Desired.save(out);
        amount0Min.save(out);
        amount1Min.save(out);
    }

    static MintPosition load(StateReader in) {
        return new MintPosition(
                in.int32(),
                in.int32(),
                in.int32(),
                Amount.load(in),
                Amount.load(in),
                UInt256.load(in),
                UInt256.load(in));
    }
}
