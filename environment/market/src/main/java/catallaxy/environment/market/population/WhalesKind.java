package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Those who trade rarely, and much. */
public final class WhalesKind implements GroupKind<WhalesSpec> {
    @Override
    public String name() {
        return "whales";
    }

    @Override
    public Class<WhalesSpec> spec() {
        return WhalesSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.TRADED;
    }

    @Override
    public List<OrderSize> orderSizes(WhalesSpec spec) {
        return List.of(
                new OrderSize(List.of("trade-size", "mean"), spec.tradeSize().meanQuote() / spec.parts()));
    }

    @Override
    public Behaviour open(WhalesSpec spec, GroupAccount account, MarketEngine market) {
        return SplitTrading.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, WhalesSpec spec, MarketEngine market) {
        return SplitTrading.load(in, spec, market);
    }
}
