package catallaxy.environment.market.oracle;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.api.view.MarketMap;
import catallaxy.environment.api.view.MarketView;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The venue at which an asset is priced: the first at which an oracle looks that exchanges it for the market's quote asset.
 *
 * @param isBase whether the asset is the venue's base; else its price is one over the venue's
 */
record PricedPair(int venue, boolean isBase) {
    static Optional<PricedPair> of(MarketView market, OracleSpec oracle, int asset) {
        int quote = market.map().quoteAsset();
        for (int i : lookedAt(market, oracle)) {
            MarketMap.Venue each = market.map().venues().get(i);
            boolean isBase = each.base() == asset && each.quote() == quote;
            boolean isQuote = each.quote() == asset && each.base() == quote;
            if (each.place() == oracle.chain() && (isBase || isQuote)) {
                return Optional.of(new PricedPair(i, isBase));
            }
        }
        return Optional.empty();
    }

    /** The venues at which an oracle looks, in its order: those that it names, or all of the market. */
    static Iterable<Integer> lookedAt(MarketView market, OracleSpec oracle) {
        return oracle.venues().isEmpty()
                ? () -> IntStream.range(0, market.map().venues().size()).iterator()
                : oracle.venues();
    }

    /** What the venue quotes for a whole unit of the asset, before its fee; NaN where it quotes nothing. */
    double spot(MarketView market) {
        double price = market.venue(venue, Quoting.class).map(Quoting::price).orElse(Double.NaN);
        return isBase ? price : 1 / price;
    }
}
