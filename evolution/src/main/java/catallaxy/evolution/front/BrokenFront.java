package catallaxy.evolution.front;

import java.util.function.DoubleUnaryOperator;

/**
 * The front of ZDT3, those pieces of {@code h(x) = 1 − √x − x sin(10 π x)} that are lower than all before them. A piece ends at a
 * minimum of h and the next begins where h is as low again.
 */
final class BrokenFront {
    private static final int PIECES = 5;
    private static final double TURN = 10 * Math.PI;

    private BrokenFront() {}

    /** What is dominated below (1, 1): {@code ∫ 1 − h} over the pieces, and up to each next one as much as at the end. */
    static double hypervolume() {
        double volume = 0;
        double begin = 0;
        for (int piece = 0; piece < PIECES; piece++) {
            double middle = 0.05 + 0.2 * piece;
            double end = root(BrokenFront::slope, middle, middle + 0.05);
            double lowest = height(end);
            double next = piece == PIECES - 1 ? 1 : root(x -> lowest - height(x), middle + 0.1, middle + 0.2);
            volume += integral(end) - integral(begin) + (next - end) * (1 - lowest);
            begin = next;
        }
        return volume;
    }

    private static double height(double x) {
        return 1 - Math.sqrt(x) - x * StrictMath.sin(TURN * x);
    }

    private static double slope(double x) {
        return -0.5 / Math.sqrt(x) - StrictMath.sin(TURN * x) - TURN * x * StrictMath.cos(TURN * x);
    }

    /** ∫ 1 − h from 0. */
    private static double integral(double x) {
        return 2.0 / 3 * x * Math.sqrt(x)
                - x * StrictMath.cos(TURN * x) / TURN
                + StrictMath.sin(TURN * x) / (TURN * TURN);
    }

    /** Where a function that is negative at {@code low} and positive at {@code high} is 0, by bisection to the last bit. */
    private static double root(DoubleUnaryOperator function, double low, double high) {
        double below = low;
        double above = high;
        for (double middle = low + (high - low) / 2;
                below < middle && middle < above;
                middle = below + (above - below) / 2) {
            if (function.applyAsDouble(middle) < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return above;
    }
}
