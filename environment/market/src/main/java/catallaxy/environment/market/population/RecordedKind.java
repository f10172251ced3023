package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;

/** Those who traded on a recorded book. */
public final class RecordedKind implements GroupKind<RecordedSpec> {
    @Override
    public String name() {
        return "recorded";
    }

    @Override
    public Class<RecordedSpec> spec() {
        return RecordedSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return new VenueNeed(VenueSpec.Book.class::isInstance, "an order book");
    }

    @Override
    public Behaviour open(RecordedSpec spec, GroupAccount account, MarketEngine market) {
        return RecordedTrading.open(spec);
    }

    @Override
    public Behaviour load(StateReader in, RecordedSpec spec, MarketEngine market) {
        return RecordedTrading.load(in, spec);
    }
}
