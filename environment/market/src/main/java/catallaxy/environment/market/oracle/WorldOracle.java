package catallaxy.environment.market.oracle;

import catallaxy.environment.api.view.MarketView;
import catallaxy.environment.base.number.BaseUnits;

/** Tells the world's prices; of an asset that the world does not know, what venues show. */
final class WorldOracle implements Oracle {
    @Override
    public PriceOracle prices(MarketView market) {
        return asset -> BaseUnits.floor(market.prices().worth(asset), PriceOracle.DECIMALS);
    }
}
