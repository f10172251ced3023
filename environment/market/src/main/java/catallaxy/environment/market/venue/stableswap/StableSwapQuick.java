package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.DoubleWord;
import catallaxy.environment.base.number.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * The proof of {@link StableSwapShortcut} in numbers of 106 bits: the root itself is computed, without a division of integers, and its floor is
 * the contract's number where its fraction is farther from 0 and 1 than all that is not known of it: the contract's roundings, the rest of
 * Newton's error at a distance T, and what {@link DoubleWord} rounds. By its bounds a step of D errs by at most {@code 24 n + 60} units of
 * 2^−106 and a balance by {@code 6 n + 14}, for n up to 8 less than 2^−98 of the number. Numbers are below 2^92. Pure functions.
 */
final class StableSwapQuick {
    /** Most bits of a sum of balances, so that what is rounded is small beside 1. */
    static final int MOST_BITS = 92;

    private static final double ROUNDED = 0x1p-98;
    /** η of distances up to T, and of the step from T / 4. */
    private static final double MARGIN = 0x1p-9;

    /** Of a comparison of two doubles. */
    private static final double CLOSE = 0x1p-50;

    /** T² is that many bits less than the number. */
    private static final int INVARIANT_BITS = 12;

    private static final int BALANCE_BITS = 10;

    private StableSwapQuick() {}

    /**
     * D from a guess within T / 4.
     *
     * @param xp       balances
     * @param a        {@code A n}
     * @param sum      of the balances, of at most {@link #MOST_BITS}
     * @param lost     what divisions of the product lose together, units
     */
    static @Nullable UInt256 invariant(UInt256[] xp, double a, UInt256 sum, int lost, UInt256 guess) {
        DoubleWord all = DoubleWord.of(sum);
        DoubleWord d = DoubleWord.of(guess);
        int n = xp.length;
        double aboveHigh = d.high();
        double aboveLow = d.low();
        double belowHigh = 1;
        double belowLow = 0;
        for (UInt256 x : xp) {
            DoubleWord above = new DoubleWord(aboveHigh, aboveLow).times(d);
            DoubleWord below =
                    new DoubleWord(belowHigh, belowLow).times(DoubleWord.of(x).times(n));
            aboveHigh = above.high();
            aboveLow = above.low();
            belowHigh = below.high();
            belowLow = below.low();
        }
        DoubleWord product = new DoubleWord(aboveHigh, aboveLow).over(new DoubleWord(belowHigh, belowLow));
        DoubleWord divisor = d.times(a - 1).plus(product.times(n + 1));
        DoubleWord root = all.times(a).plus(product.times(n)).times(d).over(divisor);
        double step = StrictMath.abs((root.high() - d.high()) + (root.low() - d.low()));
        double margin = (1.0 + lost) * d.high() / divisor.high() + MARGIN + ROUNDED * root.high();
        boolean isNear = all.high() * n < root.high() * (n + 1) * (1 - CLOSE);
        return isNear && step <= distance(root, INVARIANT_BITS) / 4 ? clear(root, margin) : null;
    }

    /**
     * The balance of an asset at which D is {@code d}: the root of {@code y² + (b − D) y = c}.
     *
     * @param others    balances of the other assets, and zero in the place of the one asked for
     * @param remainder {@code D − b}, not negative
     */
    static @Nullable UInt256 balance(UInt256[] others, double a, UInt256 invariant, UInt256 remainder) {
        DoubleWord d = DoubleWord.of(invariant);
        int n = others.length;
        double aboveHigh = d.high();
        double aboveLow = d.low();
        double belowHigh = a * n;
        double belowLow = 0;
        double passed = d.high();
        double lost = 0;
        for (UInt256 x : others) {
            DoubleWord above = new DoubleWord(aboveHigh, aboveLow).times(d);
            aboveHigh = above.high();
            aboveLow = above.low();
            if (!x.isZero()) {
                DoubleWord scaled = DoubleWord.of(x).times(n);
                DoubleWord below = new DoubleWord(belowHigh, belowLow).times(scaled);
                belowHigh = below.high();
                belowLow = below.low();
                passed *= d.high() / scaled.high();
                lost += 1 / passed;
            }
        }
        DoubleWord c = new DoubleWord(aboveHigh, aboveLow).over(new DoubleWord(belowHigh, belowLow));
        DoubleWord rest = DoubleWord.of(remainder);
        DoubleWord width = rest.times(rest).plus(c.times(4)).sqrt();
        DoubleWord root = rest.plus(width).times(0.5);
        double shaken = (1 + ROUNDED) * 2 * c.high() / width.high() * (lost + 1 / c.high());
        boolean fromAbove = root.high() + distance(root, BALANCE_BITS) < d.high() * (1 - CLOSE);
        return fromAbove ? clear(root, MARGIN + shaken + ROUNDED * root.high()) : null;
    }

    /** T, a power of two. */
    private static double distance(DoubleWord root, int bits) {
        return Math.scalb(1.0, (Math.getExponent(root.high()) - bits) / 2);
    }

    /** The floor of a number that is farther than the margin from every integer. */
    private static @Nullable UInt256 clear(DoubleWord number, double margin) {
        double fraction = number.fraction();
        return fraction >= margin && fraction < 1 - margin ? number.floor() : null;
    }

    /** What D rises by for one more unit of a balance, at most a few times 1: {@code (a + K / x) / (a − 1 + (n + 1) K / D)}. */
    static double slope(UInt256[] xp, double a, int asset, UInt256 invariant) {
        double d = invariant.doubleValue();
        double k = d;
        for (UInt256 x : xp) {
            k *= d / (xp.length * x.doubleValue());
        }
        return (a + k / xp[asset].doubleValue()) / (a - 1 + (xp.length + 1) * k / d);
    }
}
