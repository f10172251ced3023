package catallaxy.environment.market.engine;

import catallaxy.environment.market.trace.MarketEvent;

/** When chains and exchanges stop and go on, told as it happens. */
final class OutageSchedule {
    private final MarketState state;

    OutageSchedule(MarketState state) {
        this.state = state;
    }

    /** Schedules the first outage of each place that has any. */
    void begin() {
        for (int place = 0; place < state.outages.length; place++) {
            scheduleNext(place);
        }
    }

    /** Stops a place that goes, or lets it go on. */
    void change(int place) {
        state.outages[place].change();
        state.settlement
                .log()
                .emit(
                        state.outages[place].isDown()
                                ? new MarketEvent.PlaceHalted(state.timeNanos, place)
                                : new MarketEvent.PlaceResumed(state.timeNanos, place));
        scheduleNext(place);
    }

    private void scheduleNext(int place) {
        long due = state.outages[place].changesAtNanos();
        if (due < Long.MAX_VALUE) {
            state.schedule(due, EventKind.OUTAGE, place, 0);
        }
    }
}
