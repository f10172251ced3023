package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who set what collateral is good for. */
public final class RiskStewardKind implements GroupKind<RiskStewardSpec> {
    @Override
    public String name() {
        return "risk-steward";
    }

    @Override
    public Class<RiskStewardSpec> spec() {
        return RiskStewardSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Lending.class, "lending markets only");
    }

    @Override
    public Behaviour open(RiskStewardSpec spec, GroupAccount account, MarketEngine market) {
        return RiskStewarding.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, RiskStewardSpec spec, MarketEngine market) {
        return RiskStewarding.load(in, spec, market);
    }
}
