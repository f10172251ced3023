package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Traders with leveraged positions. */
public final class LeveragedKind implements GroupKind<LeveragedSpec> {
    @Override
    public String name() {
        return "leveraged";
    }

    @Override
    public Class<LeveragedSpec> spec() {
        return LeveragedSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.DERIVATIVES;
    }

    @Override
    public List<OrderSize> orderSizes(LeveragedSpec spec) {
        return List.of(OrderSize.of(spec.tradeSize()));
    }

    @Override
    public Behaviour open(LeveragedSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new LeveragedTrading(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, LeveragedSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new LeveragedTrading(spec), market);
    }
}
