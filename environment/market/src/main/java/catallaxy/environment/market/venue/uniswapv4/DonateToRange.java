package catallaxy.environment.market.venue.uniswapv4;

import catallaxy.environment.api.command.Amount;
import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Gives both assets to the liquidity in range, as if they were fees. Its result is the two amounts.
 *
 * @param pool  index of the venue
 * @param base  of the base asset, base units
 * @param quote of the quote asset
 */
public record DonateToRange(int pool, Amount base, Amount quote) implements Call.OfVenue {
    public DonateToRange {
        Checks.present("base", "an amount", base);
        Checks.present("quote", "an amount", quote);
    }

    @Override
    public int venue() {
        return pool;
    }

    @Override
    public void save(StateWriter out) {
        base.save(out.int32(pool));
        quote.save(out);
    }

    static DonateToRange load(StateReader in) {
        return new DonateToRange(in.int32(), Amount.load(in), Amount.load(in));
    }
}
