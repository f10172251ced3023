package catallaxy.environment.market.venue.feed;

import catallaxy.environment.api.command.Call;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * Tells a price to a feed; only its reporters may. Gives the answer that the feed has then.
 *
 * @param priceE8 of a whole unit, eight decimals, in the market's quote asset
 */
public record ReportPrice(int venue, int asset, UInt256 priceE8) implements Call.OfVenue {
    public ReportPrice {
        Checks.present("priceE8", "a price", priceE8);
    }

    @Override
    public void save(StateWriter out) {
        priceE8.save(out.int32(venue).int32(asset));
    }

    static ReportPrice load(StateReader in) {
        return new ReportPrice(in.int32(), in.int32(), UInt256.load(in));
    }
}
