package catallaxy.environment.market.engine;

import catallaxy.environment.market.trace.EventLog;
import catallaxy.environment.market.trace.MarketEvent;

/** When the world takes its steps, and what the market learns from each: prices, the regime, and the marks of assets. */
final class WorldSchedule {
    private final MarketState state;

    WorldSchedule(MarketState state) {
        this.state = state;
    }

    /** Schedules the first step. */
    void begin() {
        scheduleNext();
    }

    /** Takes a step that is due. */
    void step() {
        String regime = state.world.regime().name();
        state.world.advance();
        tellPrices(state.settlement.log());
        tellRegime(state.settlement.log(), regime);
        updateMarks(state);
        if (state.world.canAdvance()) {
            scheduleNext();
        }
    }

    private void scheduleNext() {
        state.schedule(state.timeNanos + state.layout.spec().world().stepNanos(), EventKind.WORLD_STEP, 0, 0);
    }

    private void tellPrices(EventLog log) {
        for (int asset = 0; asset < state.layout.spec().assets().size(); asset++) {
            int inWorld = state.layout.worldAsset(asset);
            if (inWorld >= 0) {
                log.emit(new MarketEvent.PriceMoved(state.timeNanos, asset, state.world.price(inWorld)));
            }
        }
    }

    private void tellRegime(EventLog log, String before) {
        String regime = state.world.regime().name();
        if (!regime.equals(before)) {
            log.emit(new MarketEvent.RegimeChanged(state.timeNanos, regime));
        }
    }

    /** Puts the world's price of each asset where a venue has it, and marks it there; the next step goes on from there. */
    void takeVenuesWord(SeenPrices seen) {
        for (int asset = 0; asset < state.layout.spec().assets().size(); asset++) {
            int inWorld = state.layout.worldAsset(asset);
            if (inWorld >= 0 && asset != state.layout.spec().quoteAsset()) {
                double price = seen.atVenues(asset);
                if (price > 0 && Double.isFinite(price)) {
                    state.world.rebase(inWorld, price);
                }
            }
        }
        updateMarks(state);
    }

    /** Marks every asset at the world's price; assets the world does not know keep what they had, or 1 for the quote. */
    static void updateMarks(MarketState state) {
        EngineSpec spec = state.layout.spec();
        for (int asset = 0; asset < spec.assets().size(); asset++) {
            int inWorld = state.layout.worldAsset(asset);
            if (inWorld >= 0) {
                state.settlement.mark(asset, state.world.price(inWorld));
            } else if (asset == spec.quoteAsset()) {
                state.settlement.mark(asset, 1);
            }
        }
    }
}
