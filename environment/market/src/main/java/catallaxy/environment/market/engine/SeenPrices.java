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
        VenueSpec spec = market.spec().venues().get(venue);
        double price = switch (spec) {
            case VenueSpec.Book _ -> (bid(venue) + ask(venue)) / 2;
            case VenueSpec.OnChain _ -> quoted(venue);
        };
        if (!spec.isPair()) {
            return Double.NaN;
        }
        return Double.isFinite(price) && price > 0 ? price : inWorld(spec.base()) / inWorld(spec.quote());
    }

    private double quoted(int venue) {
        Quoting quotes = market.seenVenues().quoting(venue);
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
