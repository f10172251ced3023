package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.api.venue.WriterMargin;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Those who pay debts that are at risk, and close what writers of options cannot keep. */
public final class LiquidatorsKind implements GroupKind<LiquidatorsSpec> {
    @Override
    public String name() {
        return "liquidators";
    }

    @Override
    public Class<LiquidatorsSpec> spec() {
        return LiquidatorsSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(
                List.of(Lending.class, WriterMargin.class),
                "lending markets, and markets of options whose writers keep a margin, only");
    }

    @Override
    public Behaviour open(LiquidatorsSpec spec, GroupAccount account, MarketEngine market) {
        return AtIntervals.open(spec.refreshNanos(), new Liquidating(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, LiquidatorsSpec spec, MarketEngine market) {
        return AtIntervals.load(in, spec.refreshNanos(), new Liquidating(spec));
    }
}
