package catallaxy.scenarios.attribution;

import catallaxy.environment.api.command.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What an agent's resting orders came to: how much was filled, what stood before them, how long both sides stood. */
public final class RestingQuotes {
    /** {@code [venues]}: those that are open, by their numbers. */
    private final List<Map<Long, Resting>> open = new ArrayList<>();
    /** {@code [venues]}: how many bids are open, and how many asks. */
    private final int[] bids;

    private final int[] asks;

    private final WeightedMean ahead = new WeightedMean();
    private final WeightedMean aheadOfFilled = new WeightedMean();
    private long orders;
    private long ordersFilled;
    private double quoted;
    private double filled;
    private int twoSidedVenues;
    private long twoSidedNanos;
    private long sinceNanos;

    /** An order that rests: worth of a lot, of what stood before it when it came, and whether some of it was filled. */
    private static final class Resting {
        final Side side;
        final double lotWorth;
        final double ahead;
        long lots;
        boolean filled;

        Resting(Side side, long lots, double lotWorth, double ahead) {
            this.side = side;
            this.lots = lots;
            this.lotWorth = lotWorth;
            this.ahead = ahead;
        }
    }

    /** @param venues how many there are in the market */
    RestingQuotes(int venues) {
        this.bids = new int[venues];
        this.asks = new int[venues];
        for (int venue = 0; venue < venues; venue++) {
            open.add(new HashMap<>());
        }
    }

    /**
     * An order began to rest, or rests with another price or size.
     *
     * @param lotWorth  quote units of a lot at its price
     * @param lotsAhead that stand before it; empty where that is unknown
     */
    void rested(long timeNanos, int venue, long order, Side side, long lots, double lotWorth, OptionalLong lotsAhead) {
        gone(timeNanos, venue, order);
        double before = lotsAhead.isPresent() ? lotsAhead.getAsLong() * lotWorth : Double.NaN;
        open.get(venue).put(order, new Resting(side, lots, lotWorth, before));
        ahead.add(before, 1, 1);
        orders++;
        quoted += lots * lotWorth;
        count(timeNanos, venue, side, 1);
    }

    /** Lots of a resting order were filled. */
    void filled(long timeNanos, int venue, long order, long lots) {
        Resting resting = open.get(venue).get(order);
        if (resting != null) {
            filled += lots * resting.lotWorth;
            aheadOfFilled.add(resting.filled ? Double.NaN : resting.ahead, 1, 1);
            ordersFilled += resting.filled ? 0 : 1;
            resting.filled = true;
            resting.lots -= lots;
            if (resting.lots <= 0) {
                gone(timeNanos, venue, order);
            }
        }
    }

    /** Lots of a resting order were cancelled; some of it may stay. */
    void cancelled(long timeNanos, int venue, long order, long lots) {
        Resting resting = open.get(venue).get(order);
        if (resting != null) {
            resting.lots -= lots;
            if (resting.lots <= 0) {
                gone(timeNanos, venue, order);
            }
        }
    }

    /** An order no longer rests as it did: it takes now. */
    void gone(long timeNanos, int venue, long order) {
        Resting resting = open.get(venue).remove(order);
        if (resting != null) {
            count(timeNanos, venue, resting.side, -1);
        }
    }

    private void count(long timeNanos, int venue, Side side, int change) {
        pass(timeNanos);
        boolean before = isTwoSided(venue);
        int[] counts = side == Side.BUY ? bids : asks;
        counts[venue] += change;
        boolean after = isTwoSided(venue);
        twoSidedVenues += (after ? 1 : 0) - (before ? 1 : 0);
    }

    private boolean isTwoSided(int venue) {
        return bids[venue] > 0 && asks[venue] > 0;
    }

    private void pass(long timeNanos) {
        twoSidedNanos += twoSidedVenues > 0 ? timeNanos - sinceNanos : 0;
        sinceNanos = timeNanos;
    }

    /** Times an order began to rest, or was given another price or size. */
    public long orders() {
        return orders;
    }

    /** Those of which something was filled before they were changed or went. */
    public long ordersFilled() {
        return ordersFilled;
    }

    /** Share of the orders of which something was filled; {@code NaN} where there were none. */
    public double orderFillRatio() {
        return orders > 0 ? (double) ordersFilled / orders : Double.NaN;
    }

    /** Share of the quoted worth that was filled; {@code NaN} where nothing was quoted. */
    public double quantityFillRatio() {
        return quoted > 0 ? filled / quoted : Double.NaN;
    }

    /** Share of the time until now with a bid and an ask in at least one book. */
    public double twoSidedShare(long timeNanos) {
        pass(timeNanos);
        return timeNanos > 0 ? (double) twoSidedNanos / timeNanos : Double.NaN;
    }

    /** Mean worth of what stood before an order when it came to rest, quote units; {@code NaN} where there were none. */
    public double aheadAtPlacement() {
        return ahead.plain();
    }

    /** The same of the orders of which something was filled. */
    public double aheadOfFilled() {
        return aheadOfFilled.plain();
    }
}
