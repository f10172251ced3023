package catallaxy.scenarios.attribution;

import catallaxy.environment.market.engine.MarketEngine;
import java.util.ArrayList;
import java.util.List;

/**
 * What venues on chains show at the head of the block that is being made and after each of its transactions, and how much of the
 * difference is an agent's own doing. Quote units of the venue.
 */
final class BlockPrices {
    private MarketEngine engine;
    private final double[] head;
    private final double[] latest;
    /** {@code [agents][venues]} */
    private final double[][] own;

    private final List<Move> moves = new ArrayList<>();

    /** An agent's transaction in the present block that moved a venue. */
    private record Move(int agent, int venue) {}

    BlockPrices(MarketEngine engine, int agents) {
        this.engine = engine;
        int venues = engine.spec().venues().size();
        this.head = new double[venues];
        this.latest = new double[venues];
        this.own = new double[agents][venues];
        for (int venue = 0; venue < venues; venue++) {
            restart(venue);
        }
    }

    void moveTo(MarketEngine other) {
        engine = other;
    }

    /** Begins anew at what the venue shows. */
    void restart(int venue) {
        latest[venue] = engine.price(venue);
        head[venue] = latest[venue];
    }

    /** What the venue showed after the latest transaction that touched it. */
    double latest(int venue) {
        return latest[venue];
    }

    /** By how much others' transactions in this block have raised the venue's price so far. */
    double raisedByOthers(int agent, int venue) {
        return latest[venue] - head[venue] - own[agent][venue];
    }

    /** A transaction touched a venue. */
    void executed(int venue) {
        latest[venue] = engine.price(venue);
    }

    /** An agent's transaction touched a venue. */
    void executed(int venue, int agent) {
        double before = latest[venue];
        executed(venue);
        own[agent][venue] += latest[venue] - before;
        moves.add(new Move(agent, venue));
    }

    /** A block ended in which a venue was touched. */
    void closed(int venue) {
        head[venue] = latest[venue];
        moves.removeIf(move -> {
            boolean here = move.venue() == venue;
            own[move.agent()][venue] = here ? 0 : own[move.agent()][venue];
            return here;
        });
    }
}
