package catallaxy.environment.market.oracle;

import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.UInt256;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Tells what reporters have told: the answer of the first feed, of those at which it looks, that has the asset. An answer of the spec's
 * age or older is no price. The market's quote asset has 1.
 */
record MedianOracle(OracleSpec spec) implements Oracle {
    @Override
    public PriceOracle prices(MarketView market) {
        return asset -> asset == market.map().quoteAsset()
                ? SpotOracle.price(market, spec, asset)
                : feed(market, asset).map(feed -> answer(feed, asset)).orElse(UInt256.ZERO);
    }

    private Optional<PriceFeed> feed(MarketView market, int asset) {
        return StreamSupport.stream(PricedPair.lookedAt(market, spec).spliterator(), false)
                .filter(venue -> market.map().venue(venue).place() == spec.chain())
                .flatMap(venue -> market.venue(venue, PriceFeed.class).stream())
                .filter(feed -> feed.assets().contains(asset))
                .findFirst();
    }

    private UInt256 answer(PriceFeed feed, int asset) {
        boolean tooOld = spec.ageSeconds() > 0 && feed.ageSeconds(asset) >= spec.ageSeconds();
        return tooOld ? UInt256.ZERO : feed.answerE8(asset);
    }
}
