package catallaxy.environment.market.trading;

import catallaxy.environment.api.command.Side;
import catallaxy.environment.api.venue.LimitOrderBook;

/** What the visible levels of a book would give or take a participant, whose own orders do not count; whole units, before fees. */
public final class BookQuote {
    private static final int LEVELS = 16;

    private BookQuote() {}

    /** Base that {@code quote} buys from the asks. */
    public static double baseFor(LimitOrderBook book, int participant, double quote) {
        double[] levels = levels(book, participant, Side.SELL);
        double base = 0;
        double rest = quote;
        for (int i = 0; i < LEVELS && levels[i] > 0 && rest > 0; i++) {
            double taken = StrictMath.min(levels[LEVELS + i], rest / levels[i]);
            base += taken;
            rest -= taken * levels[i];
        }
        return base;
    }

    /** Worst price at which {@code base} is taken from a side; of the last level seen if there is less, NaN if none. */
    public static double sweepPrice(LimitOrderBook book, int participant, Side taken, double base) {
        double[] levels = levels(book, participant, taken);
        double worst = Double.NaN;
        double rest = base;
        for (int i = 0; i < LEVELS && levels[i] > 0 && rest > 0; i++) {
            worst = levels[i];
            rest -= levels[LEVELS + i];
        }
        return worst;
    }

    /** Whole units on a side down to {@code limit} inclusive. */
    public static double depth(LimitOrderBook book, int participant, Side side, double limit) {
        double[] levels = levels(book, participant, side);
        double depth = 0;
        for (int i = 0; i < LEVELS && levels[i] > 0; i++) {
            boolean within = side == Side.BUY ? levels[i] >= limit : levels[i] <= limit;
            depth += within ? levels[LEVELS + i] : 0;
        }
        return depth;
    }

    /** Price of the best order of somebody else on a side; NaN if there is none. */
    public static double best(LimitOrderBook book, int participant, Side side) {
        double[] levels = new double[2];
        book.takeableLevels(participant, side, 1, levels, 0, 1);
        return levels[0] > 0 ? levels[0] : Double.NaN;
    }

    /** Prices, then quantities. */
    private static double[] levels(LimitOrderBook book, int participant, Side side) {
        double[] levels = new double[2 * LEVELS];
        book.takeableLevels(participant, side, LEVELS, levels, 0, LEVELS);
        return levels;
    }
}
