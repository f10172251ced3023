package catallaxy.environment.market.trading;

import catallaxy.environment.api.venue.Quoting.Stretch;

/**
 * A piece of the curve along which one asset is turned into another: an input x, fee included, gives {@code a x / (b + c x)}, more of it
 * less for each unit. Constant product is such a piece, a level of a book is one with c = 0, and several in a row are one again. Whole
 * units.
 *
 * @param a what scales the output, positive
 * @param b what is rare: {@code a / b} is the rate of the first unit
 * @param c how the rate falls; 0 where it does not
 * @param most input until the piece ends; may be infinite
 */
public record Piece(double a, double b, double c, double most) {
    /** A stretch of constant product. */
    public static Piece of(Stretch stretch) {
        double kept = 1 - stretch.fee();
        return new Piece(kept * stretch.out(), stretch.in(), kept, stretch.most() / kept);
    }

    /** So much at one rate. */
    public static Piece flat(double rate, double most) {
        return new Piece(rate, 1, 0, most);
    }

    /** What an input gives. */
    public double out(double in) {
        return a * in / (b + c * in);
    }

    /** The input for an output; infinite where it never gives so much. */
    public double in(double out) {
        double left = a - c * out;
        return left > 0 ? out * b / left : Double.POSITIVE_INFINITY;
    }

    /** What is given for the first unit. */
    public double rate() {
        return a / b;
    }

    /** The input after which one more unit gives a rate: {@code (√(a b / rate) − b) / c}, within the piece; 0 if the first gives less. */
    public double inTo(double rate) {
        if (!(rate() > rate)) {
            return 0;
        }
        double unbounded = c > 0 ? (StrictMath.sqrt(a * b / rate) - b) / c : Double.POSITIVE_INFINITY;
        return StrictMath.min(most, unbounded);
    }

    /** This, and its output at once through another. */
    public Piece then(Piece next) {
        return new Piece(a * next.a, b * next.b, c * next.b + a * next.c, StrictMath.min(most, in(next.most)));
    }

    /** What is left of it after an input. */
    public Piece after(double in) {
        double reached = b + c * in;
        return new Piece(a * b / reached, reached, c, StrictMath.max(0, most - in));
    }
}
