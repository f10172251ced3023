package catallaxy.environment.market.population;

import catallaxy.environment.api.setting.NameOf;
import catallaxy.environment.base.check.Checks;
import java.util.List;

/**
 * What all groups of the population have: background participants that act through one account at each place.
 *
 * @param id            name, unique among the groups of a scenario
 * @param crowd         name of the scenario's entry that it is one of; its own where it is the only one
 * @param venues        indices of the venues on which the group acts; not empty
 * @param capitalQuote  worth of what the group owns at each place at the start, quote units; half in the quote asset
 * @param latencyNanos  what its own line adds to the delay of each message, on top of the chain's or exchange's
 * @param latencyJitter what its own line adds to the jitter of the place, share of the floor
 */
public record Group(
        String id,
        String crowd,
        @NameOf(NameOf.Thing.VENUE) List<Integer> venues,
        double capitalQuote,
        long latencyNanos,
        double latencyJitter) {
    public Group {
        venues = List.copyOf(venues);
        Checks.that(!venues.isEmpty(), "venues", "at least one", "none");
        Checks.inRange("capitalQuote", capitalQuote, 0, 1e15);
        Checks.inRange("latencyNanos", latencyNanos, 0, 60_000_000_000L);
        Checks.inRange("latencyJitter", latencyJitter, 0, 10);
    }

    /** A group whose line adds nothing to the delays of chains and exchanges. */
    public Group(String id, List<Integer> venues, double capitalQuote) {
        this(id, id, venues, capitalQuote, 0, 0);
    }
}
