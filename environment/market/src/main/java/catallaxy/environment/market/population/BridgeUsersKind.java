package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.contract.Kinds;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;

/** Those who move assets from one chain to another. */
public final class BridgeUsersKind implements GroupKind<BridgeUsersSpec> {
    /** Where two assets of a chain are traded. */
    static final VenueNeed ON_CHAINS = new VenueNeed(
            venue -> venue instanceof VenueSpec.OnChain && Kinds.registered().trades(venue),
            "venues on chains where two assets are traded");

    @Override
    public String name() {
        return "bridge-users";
    }

    @Override
    public Class<BridgeUsersSpec> spec() {
        return BridgeUsersSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return ON_CHAINS;
    }

    @Override
    public Behaviour open(BridgeUsersSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new Crossing(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, BridgeUsersSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new Crossing(spec), market);
    }
}
