package catallaxy.scenarios.attribution;

import java.util.Arrays;

/**
 * A fill of an agent whose later prices are still to be seen. Basis points of the price are positive where they are good for the
 * agent; what is unknown is {@code NaN}.
 */
final class OwnFill {
    private static final double BPS = 1e4;

    private final Dealt dealt;
    private final FillMeasures measures;
    private final double[] markOuts = new double[FillMeasures.HORIZONS];
    private double realised = Double.NaN;
    private boolean undone;

    /**
     * What was dealt.
     *
     * @param buys     whether the agent bought base
     * @param takerBuys whether the one who took liquidity did
     * @param price    quote per base
     * @param notional quote units of the run
     * @param bid      of the venue just before, with {@code ask} and {@code mid}
     */
    record Dealt(
            int venue,
            long timeNanos,
            boolean buys,
            boolean takerBuys,
            double price,
            double notional,
            double bid,
            double ask,
            double mid) {
        double quotedBps() {
            return BPS * (ask - bid) / mid;
        }

        /** Twice what the taker paid beyond a mid-price. */
        double spreadBps(double against) {
            return 2 * BPS * (takerBuys ? price - against : against - price) / mid;
        }

        double markOutBps(double worldPrice) {
            return BPS * (buys ? worldPrice - price : price - worldPrice) / price;
        }
    }

    OwnFill(Dealt dealt, FillMeasures measures) {
        this.dealt = dealt;
        this.measures = measures;
        Arrays.fill(markOuts, Double.NaN);
        measures.traded(dealt, 1);
    }

    Dealt dealt() {
        return dealt;
    }

    /** The world's price at a horizon after the fill. */
    void reached(int horizon, double worldPrice) {
        if (!undone) {
            markOuts[horizon] = dealt.markOutBps(worldPrice);
            measures.markedOut(horizon, markOuts[horizon], dealt.notional(), 1);
        }
    }

    /** The venue's mid-price at the horizon of the realised spread. */
    void realised(double mid) {
        if (!undone) {
            realised = dealt.spreadBps(mid);
            measures.realised(realised, dealt.notional(), 1);
        }
    }

    /** The block of the fill was replaced. */
    void undo() {
        undone = true;
        measures.traded(dealt, -1);
        measures.realised(realised, dealt.notional(), -1);
        for (int horizon = 0; horizon < markOuts.length; horizon++) {
            measures.markedOut(horizon, markOuts[horizon], dealt.notional(), -1);
        }
    }
}
