package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.RangeLiquidity;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who provide liquidity in ranges of price. */
public final class RangeProviderKind implements GroupKind<RangeProviderSpec> {
    @Override
    public String name() {
        return "range-provider";
    }

    @Override
    public Class<RangeProviderSpec> spec() {
        return RangeProviderSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(RangeLiquidity.class, "pools with liquidity in ranges only");
    }

    @Override
    public Behaviour open(RangeProviderSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new RangeProviding(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, RangeProviderSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new RangeProviding(spec), market);
    }
}
