package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who borrow against a price that they have moved. */
public final class OracleAttackerKind implements GroupKind<OracleAttackerSpec> {
    @Override
    public String name() {
        return "oracle-attacker";
    }

    @Override
    public Class<OracleAttackerSpec> spec() {
        return OracleAttackerSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Lending.class, "lending markets only");
    }

    @Override
    public Behaviour open(OracleAttackerSpec spec, GroupAccount account, MarketEngine market) {
        return AtIntervals.open(spec.refreshNanos(), new AttackingOracle(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, OracleAttackerSpec spec, MarketEngine market) {
        return AtIntervals.load(in, spec.refreshNanos(), new AttackingOracle(spec));
    }
}
