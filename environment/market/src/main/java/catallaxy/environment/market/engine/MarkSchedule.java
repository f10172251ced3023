package catallaxy.environment.market.engine;

import catallaxy.environment.market.exchange.BookMarket;
import catallaxy.environment.market.margin.MarkTerms;

/** When the markets of derivatives are marked, each at its own interval until it is settled, and at which index. */
final class MarkSchedule {
    private final EngineView market;
    private final MarketState state;

    MarkSchedule(EngineView market) {
        this.market = market;
        this.state = market.state;
    }

    /** Schedules the first marking of each. */
    void begin() {
        for (int venue : state.layout.derivativeVenues()) {
            scheduleNext(state.book(venue));
        }
    }

    /** Marks one that is due, unless its exchange stands still. */
    void mark(int venue) {
        BookMarket derivative = state.book(venue);
        if (!market.isHalted(market.spec().placeOfVenue(venue))) {
            markAtIndex(derivative);
        }
        if (!derivative.margined().isSettled()) {
            scheduleNext(derivative);
        }
    }

    private void markAtIndex(BookMarket derivative) {
        int venue = derivative.venue();
        MarkTerms terms = derivative.margined().spec().mark();
        long index = Indices.ticks(market, venue, terms.index());
        long impactLots = market.toLots(venue, terms.impactSizeQuote() / (index * market.tickSize(venue)));
        state.layout
                .exchange(derivative.spec().exchange())
                .mark(state.settlement, state.timeNanos, derivative, index, impactLots);
    }

    private void scheduleNext(BookMarket derivative) {
        MarkTerms terms = derivative.margined().spec().mark();
        state.schedule(state.timeNanos + terms.markIntervalNanos(), EventKind.MARK, derivative.venue(), 0);
    }
}
