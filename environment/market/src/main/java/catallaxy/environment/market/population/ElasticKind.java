package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Traders whose demand falls with what a trade costs. */
public final class ElasticKind implements GroupKind<ElasticSpec> {
    @Override
    public String name() {
        return "elastic";
    }

    @Override
    public Class<ElasticSpec> spec() {
        return ElasticSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Quoting.class, "venues on chains where two assets are traded");
    }

    @Override
    public Behaviour open(ElasticSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new ElasticTrading(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, ElasticSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new ElasticTrading(spec), market);
    }
}
