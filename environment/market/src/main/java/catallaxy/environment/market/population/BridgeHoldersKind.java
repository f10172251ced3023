package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who hold what a bridge has minted. */
public final class BridgeHoldersKind implements GroupKind<BridgeHoldersSpec> {
    @Override
    public String name() {
        return "bridge-holders";
    }

    @Override
    public Class<BridgeHoldersSpec> spec() {
        return BridgeHoldersSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return BridgeUsersKind.ON_CHAINS;
    }

    @Override
    public Behaviour open(BridgeHoldersSpec spec, GroupAccount account, MarketEngine market) {
        return AtIntervals.open(spec.refreshNanos(), new RunningFromBridge(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, BridgeHoldersSpec spec, MarketEngine market) {
        return AtIntervals.load(in, spec.refreshNanos(), new RunningFromBridge(spec));
    }
}
