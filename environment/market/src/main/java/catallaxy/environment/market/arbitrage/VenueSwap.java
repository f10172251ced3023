package catallaxy.environment.market.arbitrage;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.trading.Gas;
import catallaxy.environment.market.trading.Piece;
import catallaxy.environment.market.trading.RouteOptimum;
import java.util.Iterator;

/**
 * A swap at a venue on a chain.
 *
 * @param venue   index of the venue
 * @param assetIn the one of its two assets that is paid
 */
public record VenueSwap(MarketView market, int venue, int assetIn) implements Conversion {
    private MarketMap.Venue seen() {
        return market.map().venue(venue);
    }

    private Quoting quoting() {
        return market.offered(venue, Quoting.class);
    }

    private int assetOut() {
        return assetIn == seen().base() ? seen().quote() : seen().base();
    }

    @Override
    public AssetAt from() {
        return new AssetAt(seen().place(), assetIn);
    }

    @Override
    public AssetAt to() {
        return new AssetAt(seen().place(), assetOut());
    }

    @Override
    public String by() {
        return seen().id();
    }

    /** That of the first piece, else the venue's price less its fee. */
    @Override
    public double rate() {
        Iterator<Piece> pieces = pieces();
        if (pieces.hasNext()) {
            return pieces.next().rate();
        }
        double price = quoting().price();
        return (1 - quoting().feeRate()) * (assetIn == seen().base() ? price : 1 / price);
    }

    @Override
    public double out(double in) {
        return quoting().out(assetIn, in);
    }

    @Override
    public double inTo(double rate) {
        return quoting().inTo(assetIn, rate);
    }

    /** What the venue tells beforehand; where it does not, {@link #out} rounded down. */
    @Override
    public UInt256 outUnits(UInt256 in) {
        return quoting()
                .outUnits(assetIn, in)
                .orElseGet(() -> WholeUnits.floor(market, assetIn, assetOut(), in, this::out));
    }

    @Override
    public Iterator<Piece> pieces() {
        return RouteOptimum.pieces(quoting(), assetIn);
    }

    @Override
    public long delayNanos() {
        return 0;
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public double gasQuote() {
        return Gas.ofSwapQuote(market, venue);
    }
}
