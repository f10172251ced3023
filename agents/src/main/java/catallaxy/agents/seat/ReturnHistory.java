package catallaxy.agents.seat;

import catallaxy.agents.risk.MovingMeanSquare;
import catallaxy.agents.risk.TailRisk;
import java.util.Arrays;

/**
 * The returns of a value from epoch to epoch, and how much they vary. One agent in one run; mutable.
 *
 * <p>The deviation is exponentially weighted with the decay 0.94 of RiskMetrics 1996; the tail is that of the last 240 returns
 * themselves, at 97.5 %, the level of the Basel Committee's market-risk standard (MAR33.4).
 */
final class ReturnHistory {
    private static final double FAST = 0.94;
    private static final double SLOW = 0.99;
    private static final int WINDOW = 240;
    private static final int FEWEST = 60;
    private static final double LEVEL = 0.975;
    private static final TailRisk UNKNOWN = new TailRisk(0, 0);

    private final double[] window = new double[WINDOW];
    private MovingMeanSquare fast = new MovingMeanSquare(FAST);
    private MovingMeanSquare slow = new MovingMeanSquare(SLOW);
    private int seen;
    private double last = Double.NaN;
    private TailRisk tail = UNKNOWN;
    private boolean tailKnown;

    /** Remembers from now on what another remembers. */
    void take(ReturnHistory other) {
        System.arraycopy(other.window, 0, window, 0, WINDOW);
        fast = other.fast.copy();
        slow = other.slow.copy();
        seen = other.seen;
        last = other.last;
        tail = other.tail;
        tailKnown = other.tailKnown;
    }

    /** Takes the next value. */
    ReturnHistory next(double value) {
        if (last > 0) {
            double change = value / last - 1;
            window[seen % WINDOW] = change;
            seen++;
            fast.add(change);
            slow.add(change);
        }
        last = value;
        tailKnown = false;
        return this;
    }

    /** Of one epoch's return; 0 before the first. */
    double deviation() {
        return StrictMath.sqrt(fast.value());
    }

    /** Logarithm of the present deviation over the usual one: above 0 in stress, below in calm. */
    double regime() {
        double ratio = fast.deviationOver(slow);
        return ratio > 0 ? StrictMath.log(ratio) : 0;
    }

    /** Value at risk and expected shortfall of one epoch; 0 before there are 60 returns. */
    TailRisk tail() {
        if (!tailKnown && seen >= FEWEST) {
            tail = TailRisk.historical(Arrays.copyOf(window, Math.min(seen, WINDOW)), LEVEL);
            tailKnown = true;
        }
        return tail;
    }
}
