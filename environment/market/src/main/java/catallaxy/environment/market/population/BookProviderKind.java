package catallaxy.environment.market.population;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.market.engine.MarketEngine;
import java.util.List;

/** Those who keep ladders of orders on books. */
public final class BookProviderKind implements GroupKind<BookProviderSpec> {
    @Override
    public String name() {
        return "book-provider";
    }

    @Override
    public Class<BookProviderSpec> spec() {
        return BookProviderSpec.class;
    }

    @Override
    public VenueNeed venues() {
        return VenueNeed.BOOKS;
    }

    @Override
    public List<OrderSize> orderSizes(BookProviderSpec spec) {
        return List.of(new OrderSize(List.of("level-size"), spec.levelSizeQuote()));
    }

    @Override
    public Behaviour open(BookProviderSpec spec, GroupAccount account, MarketEngine market) {
        return BookProviding.open(spec, account, market);
    }

    @Override
    public Behaviour load(StateReader in, BookProviderSpec spec, MarketEngine market) {
        return BookProviding.load(in, spec);
    }
}
