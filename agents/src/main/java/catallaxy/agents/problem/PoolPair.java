package catallaxy.agents.problem;

import catallaxy.environment.market.trading.Piece;

/**
 * Two pools of constant product between one base and one quote asset, A with reserves of 1 each, and B of another price and depth. Quote
 * that is spent buys base where it is cheap, which is sold at the other.
 *
 * @param gap   logarithm of B's price over A's
 * @param depth logarithm of B's geometric mean reserve over A's
 * @param fee   of both, off what is paid in
 */
record PoolPair(double gap, double depth, double fee) {
    /** Buys at A and sells at B, as a piece: quote in, quote out. */
    private Piece there() {
        return swap(1, 1).then(swap(base(), quote()));
    }

    /** Buys at B and sells at A. */
    private Piece back() {
        return swap(quote(), base()).then(swap(1, 1));
    }

    private Piece swap(double in, double out) {
        double kept = 1 - fee;
        return new Piece(kept * out, in, kept, Double.POSITIVE_INFINITY);
    }

    private double base() {
        return StrictMath.exp(depth - gap / 2);
    }

    private double quote() {
        return StrictMath.exp(depth + gap / 2);
    }

    /** What a size gains, in quote: positive where base is bought at A, negative where at B. */
    double gain(double size) {
        double spent = Math.abs(size);
        return (size > 0 ? there() : back()).out(spent) - spent;
    }

    /**
     * The size that gains most, {@code (√(a b) − b) / c} of the round trip {@code a y / (b + c y)}, which of two pools is
     * {@code y* = (g √(X_A Y_B X_B Y_A) − Y_A X_B) / (g X_B + g² X_A)}; 0 where neither direction gains.
     */
    double best() {
        double there = there().inTo(1);
        return there > 0 ? there : -back().inTo(1);
    }
}
