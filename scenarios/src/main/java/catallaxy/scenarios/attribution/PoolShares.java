package catallaxy.scenarios.attribution;

import catallaxy.environment.api.venue.Liquidity;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.market.engine.MarketEngine;
import catallaxy.environment.market.venue.VenueSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The agents' shares of all pools. */
final class PoolShares {
    private MarketEngine engine;
    private final int[] participants;
    private final List<PoolTrack> tracks = new ArrayList<>();

    /** @param participants {@code [agents]} */
    PoolShares(MarketEngine engine, int[] participants, WorldMarks marks, List<AgentProfit> agents) {
        this.engine = engine;
        this.participants = participants;
        for (int venue = 0; venue < engine.spec().venues().size(); venue++) {
            VenueSpec spec = engine.spec().venues().get(venue);
            if (engine.venue(venue, Liquidity.class).isPresent()) {
                tracks.add(new PoolTrack(venue, spec.base(), spec.quote(), marks, agents));
            }
        }
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    private Liquidity pool(PoolTrack track) {
        return engine.liquidity(track.venue());
    }

    private UInt256 shares(PoolTrack track, int agent) {
        return engine.shares(participants[agent], track.venue());
    }

    /** The world's prices moved. */
    void priced() {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).isHeld()) {
                tracks.get(i).priced(pool(tracks.get(i)));
            }
        }
    }

    /** A transaction touched a venue. */
    void touched(int venue) {
        for (PoolTrack track : tracks) {
            if (track.venue() == venue && track.isHeld()) {
                track.touched(pool(track));
            }
        }
    }

    /** Takes over what shares an agent has now, for a cause where it changed a pool's liquidity itself, else as transfers. */
    void reconcile(int agent, List<Integer> changed) {
        for (PoolTrack track : tracks) {
            boolean itself = changed.contains(track.venue());
            if (itself || track.isHeld() || !shares(track, agent).isZero()) {
                track.touched(pool(track));
                track.hold(agent, shares(track, agent), itself ? Part.LOSS_VERSUS_REBALANCING : Part.TRANSFERS);
            }
        }
    }

    /** After blocks of a chain were undone: {@code [agents]}, what more their shares of its pools are worth now. */
    BigDecimal[] restored(int chain) {
        BigDecimal[] gains = new BigDecimal[participants.length];
        Arrays.fill(gains, BigDecimal.ZERO);
        for (PoolTrack track : tracks) {
            if (engine.spec().placeOfVenue(track.venue()) == chain) {
                track.restored(pool(track), agent -> shares(track, agent), gains);
            }
        }
        return gains;
    }
}
