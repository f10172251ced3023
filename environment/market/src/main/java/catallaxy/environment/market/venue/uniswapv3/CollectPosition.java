package catallaxy.environment.market.venue.uniswapv3;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Pays out what a range of the sender's has been credited with. Its result is what was paid of each asset, base units.
 *
 * @param pool      index of the venue
 * @param tickLower lower end of the range
 * @param tickUpper upper end of the range
 * @param most0     most of the base asset, base units
 * @param most1     most of the quote asset
 */
public record CollectPosition(int pool, int tickLower, int tickUpper, UInt256 most0, UInt256 most1)
        implements Call.OfVenue {
    public CollectPosition {
        Checks.present("most0", "an amount", most0);
        Checks.present("most1", "an amount", most1);
    }

    /** All that there is. */
    public static CollectPosition all(int pool, int tickLower, int tickUpper) {
        return new CollectPosition(pool, tickLower, tickUpper, UInt256.MAX, UInt256.MAX);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        most0.save(out.int32(pool).int32(tickLower).int32(tickUpper));
        most1.save(out);
    }

    static CollectPosition load(StateReader in) {
        return new CollectPosition(in.int32(), in.int32(), in.int32(), UInt256.load(in), UInt256.load(in));
    }
}
