package catallaxy.environment.api.view;

import java.util.List;
import java.util.Optional;

/**
 * What can be seen of a market at its present time, whatever stands behind it: a simulation, a fork of one, a replay, a real chain.
 *
 * <p>Prices and quantities are {@code double} in whole units, for decisions; balances in base units are exact. Assets, places, venues
 * and participants are indices, as the {@link #map} lists them; a place is a chain or an exchange, chains first. It shows the present
 * state, and so does what it hands out, as long as the market lives; whoever wants to remember keeps numbers. Owned by the market's
 * thread.
 */
public interface MarketView {
    /** Time since the start, nanoseconds. */
    long timeNanos();

    /** What the indices stand for. */
    MarketMap map();

    /** A chain. */
    ChainView chain(int chain);

    /** Whether a chain makes no blocks at present, or an exchange refuses everything. */
    default boolean isHalted(int place) {
        return false;
    }

    /** The bridges, in the order of their indices; none where a market cannot look at them. */
    default List<BridgeView> bridges() {
        return List.of();
    }

    /** What a participant owns. */
    Holdings holdings(int participant);

    /** What a participant has sent, and what it cost. */
    Dealings dealings(int participant);

    /** Prices at venues and in the world. */
    Prices prices();

    /** What a venue offers of a capability of {@code catallaxy.environment.api.venue}; empty where it does not. */
    <T> Optional<T> venue(int venue, Class<T> capability);

    /**
     * What a venue offers of a capability.
     *
     * @throws IllegalArgumentException if it does not
     */
    default <T> T offered(int venue, Class<T> capability) {
        return venue(venue, capability)
                .orElseThrow(() -> new IllegalArgumentException(
                        "venue " + map().venue(venue).id() + ": offers no " + capability.getSimpleName()));
    }
}
