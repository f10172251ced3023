package catallaxy.environment.market.population;

import catallaxy.environment.api.venue.OptionMarket;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;

/** Those who buy and sell options. */
public final class OptionTradersKind implements GroupKind<OptionTradersSpec> {
    @Override
    public String name() {
        return "option-traders";
    }

    @Override
    public Class<OptionTradersSpec> spec() {
        return OptionTradersSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.offering(OptionMarket.class, "markets of options only");
    }

    @Override
    public Behaviour open(OptionTradersSpec spec, GroupAccount account, MarketEngine market) {
        return AtArrivals.open(spec.ratePerHour(), new TradingOptions(spec), account, market);
    }

    @Override
    public Behaviour load(StateReader in, OptionTradersSpec spec, MarketEngine market) {
        return AtArrivals.load(in, spec.ratePerHour(), new TradingOptions(spec), market);
    }
}
