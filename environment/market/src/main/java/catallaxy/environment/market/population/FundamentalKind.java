package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Traders that know the world's price. */
public final class FundamentalKind implements GroupKind<FundamentalSpec> {
    @Override
    public String name() {
        return "fundamental";
    }

    @Override
    public Class<FundamentalSpec> spec() {
        return FundamentalSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.TRADED;
    }

    @Override
    public List<OrderSize> orderSizes(FundamentalSpec spec) {
        return List.of(OrderSize.of(spec.tradeSize()));
    }

    @Override
    public Behaviour open(FundamentalSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new FundamentalTrading(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, FundamentalSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new FundamentalTrading(spec), market);
    }
}
