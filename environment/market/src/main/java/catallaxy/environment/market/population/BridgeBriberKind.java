package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who bribe the validators of bridges. */
public final class BridgeBriberKind implements GroupKind<BridgeBriberSpec> {
    @Override
    public String name() {
        return "bridge-briber";
    }

    @Override
    public Class<BridgeBriberSpec> spec() {
        return BridgeBriberSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return BridgeUsersKind.ON_CHAINS;
    }

    @Override
    public Behaviour open(BridgeBriberSpec spec, GroupAccount account, MarketEngine market) {
        return AtIntervals.open(spec.refreshNanos(), new Bribing(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, BridgeBriberSpec spec, MarketEngine market) {
        return AtIntervals.load(in, spec.refreshNanos(), new Bribing(spec));
    }
}
