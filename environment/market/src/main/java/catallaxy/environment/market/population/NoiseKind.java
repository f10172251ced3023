package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Traders that buy and sell at random. */
public final class NoiseKind implements GroupKind<NoiseSpec> {
    @Override
    public String name() {
        return "noise";
    }

    @Override
    public Class<NoiseSpec> spec() {
        return NoiseSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.TRADED;
    }

    @Override
    public List<OrderSize> orderSizes(NoiseSpec spec) {
        return List.of(OrderSize.of(spec.tradeSize()));
    }

    @Override
    public Behaviour open(NoiseSpec spec, GroupAccount account, MarketEngine market) {
        return NoiseTrading.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, NoiseSpec spec, MarketEngine market) {
        return NoiseTrading.load(in, spec, market);
    }
}
