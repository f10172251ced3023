package catallaxy.environment.market.oracle;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import java.util.List;
import java.util.Optional;

/**
 * The venue at which an asset is priced: the first of a chain that exchanges it for the market's quote asset.
 *
 * @param isBase whether the asset is the venue's base; else its price is one over the venue's
 */
record PricedPair(int venue, boolean isBase) {
    static Optional<PricedPair> of(MarketView market, int chain, int asset) {
        List<MarketMap.Venue> venues = market.map().venues();
        int quote = market.map().quoteAsset();
        for (int i = 0; i < venues.size(); i++) {
            MarketMap.Venue each = venues.get(i);
            boolean isBase = each.base() == asset && each.quote() == quote;
            boolean isQuote = each.quote() == asset && each.base() == quote;
            if (each.place() == chain && (isBase || isQuote)) {
                return Optional.of(new PricedPair(i, isBase));
            }
        }
        return Optional.empty();
    }

    /** What the venue quotes for a whole unit of the asset, before its fee; NaN where it quotes nothing. */
    double spot(MarketView market) {
        double price = market.venue(venue, Quoting.class).map(Quoting::price).orElse(Double.NaN);
        return isBase ? price : 1 / price;
    }
}
