package catallaxy.environment.market.search;

import catallaxy.environment.api.venue.Quoting;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.population.Behaviour;
import catallaxy.environment.market.population.GroupAccount;
import catallaxy.environment.market.population.GroupKind;
import catallaxy.environment.market.population.VenueNeed;

/** Those who hand builders bundles around the swaps of others. */
public final class SearchersKind implements GroupKind<SearchersSpec> {
    @Override
    public String name() {
        return "searchers";
    }

    @Override
    public Class<SearchersSpec> spec() {
        return SearchersSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Quoting.class, "pools only");
    }

    @Override
    public Behaviour open(SearchersSpec spec, GroupAccount account, MarketEngine market) {
        return Searching.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, SearchersSpec spec, MarketEngine market) {
        return Searching.load(in, spec, market.callReader());
    }
}
