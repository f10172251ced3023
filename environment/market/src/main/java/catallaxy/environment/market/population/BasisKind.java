package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Traders of the basis between derivatives and what they are derivatives of. */
public final class BasisKind implements GroupKind<BasisSpec> {
    @Override
    public String name() {
        return "basis";
    }

    @Override
    public Class<BasisSpec> spec() {
        return BasisSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.TRADED;
    }

    @Override
    public List<OrderSize> orderSizes(BasisSpec spec) {
        return List.of(OrderSize.of(spec.tradeSize()));
    }

    @Override
    public Behaviour open(BasisSpec spec, GroupAccount account, MarketEngine market) {
        return BasisTrading.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, BasisSpec spec, MarketEngine market) {
        return BasisTrading.load(in, spec, market);
    }
}
