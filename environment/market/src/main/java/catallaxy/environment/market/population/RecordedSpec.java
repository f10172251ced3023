package catallaxy.environment.market.population;

import catallaxy.environment.base.check.Checks;
import catallaxy.environment.market.book.SelfTradePrevention;
import catallaxy.environment.market.engine.EngineSpec;
import catallaxy.environment.market.exchange.ExchangeSpec;
import catallaxy.environment.market.recording.RecordedFlow;
import catallaxy.environment.market.venue.VenueSpec;
import java.util.List;

/**
 * Those who traded on a recorded book: their orders rest and take as they were recorded, at the times of the recording. Its exchange
 * has neither latency nor jitter, as the times are those at the exchange.
 *
 * @param group where it acts
 * @param flow what they sent
 */
public record RecordedSpec(Group group, RecordedFlow flow) implements GroupSpec {
    public RecordedSpec {
        List<Integer> venues = group.venues();
        Checks.that(venues.size() == 1, "venues", "one order book", venues.size() + " venues");
    }

    /** The times of a recording are those at the exchange: nothing may come between. */
    @Override
    public void check(EngineSpec engine) {
        if (engine.venues().get(venues().getFirst()) instanceof VenueSpec.Book book) {
            ExchangeSpec exchange = engine.exchanges().get(book.exchange());
            Checks.that(
                    exchange.latencyNanos() == 0 && exchange.selfTradePrevention() == SelfTradePrevention.NONE,
                    "population",
                    "recorded flow at an exchange with latency = 0 s and self-trade-prevention = none",
                    id() + " at " + exchange.id());
        }
    }
}
