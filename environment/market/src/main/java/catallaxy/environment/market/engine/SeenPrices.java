package catallaxy.environment.market.engine;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;
import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.Prices;
import catallaxy.environment.market.venue.VenueSpec;

/** Prices in this market. */
record SeenPrices(EngineView market) implements Prices {
    @Override
    public double of(int venue) {
        double price = shown(venue);
        if (Double.isFinite(price) && price > 0) {
            return price;
        }
        VenueSpec spec = market.spec().venues().get(venue);
        return spec.isPair() ? inWorld(spec.base()) / inWorld(spec.quote()) : Double.NaN;
    }

    /** What a venue shows; no number where it shows nothing, or does not exchange two assets. */
    private double shown(int venue) {
        LimitOrderBook book = market.seenVenues().book(venue);
        if (book != null) {
            return (book.price(Side.BUY, 0) + book.price(Side.SELL, 0)) / 2;
        }
        Quoting quotes = market.seenVenues().pricing(venue);
        return quotes == null ? Double.NaN : quotes.price();
    }

    @Override
    public double bid(int venue) {
        LimitOrderBook book = market.seenVenues().book(venue);
        return book == null ? of(venue) * (1 - feeRate(venue)) : book.price(Side.BUY, 0);
    }

    @Override
    public double ask(int venue) {
        LimitOrderBook book = market.seenVenues().book(venue);
        return book == null ? of(venue) / (1 - feeRate(venue)) : book.price(Side.SELL, 0);
    }

    @Override
    public double feeRate(int venue) {
        LimitOrderBook book = market.seenVenues().book(venue);
        if (book != null) {
            return book.takerFeeRate();
        }
        Quoting quotes = market.seenVenues().quoting(venue);
        return quotes == null ? Double.NaN : quotes.feeRate();
    }

    @Override
    public double turnover(int venue) {
        return market.state.settlement.turnover(venue);
    }

    @Override
    public double atVenues(int asset) {
        if (asset == market.spec().quoteAsset()) {
            return 1;
        }
        int venue = market.state.layout.markVenue(asset);
        return venue < 0 ? inWorld(asset) : of(venue);
    }

    @Override
    public double inWorld(int asset) {
        return market.state.settlement.mark(asset);
    }

    @Override
    public double worth(int asset) {
        return Marks.WORLD.price(market, asset);
    }
}
