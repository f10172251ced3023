package catallaxy.environment.market.oracle;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.BaseUnits;
import catallaxy.environment.base.number.UInt256;

/** Tells what venues of a chain quote at the moment, each asset by its {@link PricedPair}; 0 where there is none. */
final class SpotOracle implements Oracle {
    private final OracleSpec spec;

    SpotOracle(OracleSpec spec) {
        this.spec = spec;
    }

    @Override
    public PriceOracle prices(MarketView market) {
        return asset -> price(market, spec, asset);
    }

    static UInt256 price(MarketView market, OracleSpec spec, int asset) {
        double price = asset == market.map().quoteAsset()
                ? 1
                : PricedPair.of(market, spec, asset)
                        .map(pair -> pair.spot(market))
                        .orElse(0.0);
        return BaseUnits.floor(price, PriceOracle.DECIMALS);
    }
}
