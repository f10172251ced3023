package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Traders that buy after rises and sell after falls. */
public final class MomentumKind implements GroupKind<MomentumSpec> {
    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public Class<MomentumSpec> spec() {
        return MomentumSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.TRADED;
    }

    @Override
    public List<OrderSize> orderSizes(MomentumSpec spec) {
        return List.of(OrderSize.of(spec.tradeSize()));
    }

    @Override
    public Behaviour open(MomentumSpec spec, GroupAccount account, MarketEngine market) {
        return MomentumTrading.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, MomentumSpec spec, MarketEngine market) {
        return MomentumTrading.load(in, spec, market);
    }
}
