package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.Lending;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who borrow at lending markets. */
public final class BorrowersKind implements GroupKind<BorrowersSpec> {
    @Override
    public String name() {
        return "borrowers";
    }

    @Override
    public Class<BorrowersSpec> spec() {
        return BorrowersSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(Lending.class, "lending markets only");
    }

    @Override
    public Behaviour open(BorrowersSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new Borrowing(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, BorrowersSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new Borrowing(spec), market);
    }
}
