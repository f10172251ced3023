package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.PriceFeed;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who report prices. */
public final class ReporterKind implements GroupKind<ReporterSpec> {
    @Override
    public String name() {
        return "reporter";
    }

    @Override
    public Class<ReporterSpec> spec() {
        return ReporterSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(PriceFeed.class, "price feeds only");
    }

    @Override
    public Behaviour open(ReporterSpec spec, GroupAccount account, MarketEngine market) {
        return AtIntervals.open(spec.refreshNanos(), new Reporting(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, ReporterSpec spec, MarketEngine market) {
        return AtIntervals.load(in, spec.refreshNanos(), new Reporting(spec));
    }
}
