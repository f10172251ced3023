package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who add liquidity to pools and take it out. */
public final class PoolProviderKind implements GroupKind<PoolProviderSpec> {
    @Override
    public String name() {
        return "pool-provider";
    }

    @Override
    public Class<PoolProviderSpec> spec() {
        return PoolProviderSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Liquidity.class, "pools with liquidity shares only");
    }

    @Override
    public Behaviour open(PoolProviderSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new PoolProviding(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, PoolProviderSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new PoolProviding(spec), market);
    }
}
