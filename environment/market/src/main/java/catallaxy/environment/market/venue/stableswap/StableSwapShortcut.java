package catallaxy.environment.market.venue.stableswap;

import catallaxy.environment.base.number.PreparedDivisor;
import catallaxy.environment.base.number.UInt256;
import org.jspecify.annotations.Nullable;

/**
 * The results of {@link StableSwapMath} by fewer steps, from a guess, where it is proven that the contract's own iteration ends at the
 * same number; nothing where it is not.
 *
 * <p>Let F be a step with its roundings, g the same without, which falls towards the root r from above and errs by the square of its
 * distance. All F lie between the floors of r and of {@code r + η}, η the roundings and {@code T² n / 2 D} of a distance T. If one step
 * from within T of the root has a fraction that is at least η from 0 and from 1, then every step from there gives the same number q, which
 * is its own successor. The contract starts above, and farther than T from the root its steps are longer than 1: so it ends at q.
 * The roundings of D are {@code (1 + Π) D / M}, M the divisor and Π what the n divisions of the product can lose together; a balance has none.
 * For balances within a factor of two of each other, and numbers of less than 128 bits. Pure functions.
 */
final class StableSwapShortcut {
    private static final int MOST_STEPS = 6;
    private static final int MOST_BITS = 118;
    private static final int LEAST_BITS = 65;

    /** η that distances may have: 2^−10. */
    private static final int MARGIN_BITS = 10;

    private PreparedDivisor @Nullable [] divisors;
    private final UInt256[] xp;
    /** {@code A n} in whole units; amplifications with hundredths have no shortcut. */
    private final UInt256 a;

    private final UInt256 n;
    private final UInt256 sum;
    private final int lost;

    private StableSwapShortcut(UInt256[] xp, UInt256 a, UInt256 sum, int lost) {
        this.xp = xp;
        this.a = a;
        this.sum = sum;
        this.lost = lost;
        n = UInt256.of(xp.length);
    }

    /** Prepares what can be said of balances, none where nothing can. */
    static @Nullable StableSwapShortcut of(UInt256[] xp, UInt256 amplification) {
        UInt256 n = UInt256.of(xp.length);
        UInt256 sum = UInt256.ZERO;
        UInt256 least = UInt256.MAX;
        for (UInt256 x : xp) {
            if (x.bitLength() > MOST_BITS) {
                return null;
            }
            sum = sum.plusWrapping(x);
            least = least.min(x);
        }
        long hundredths = amplification.longValueExact();
        UInt256 a = UInt256.of(hundredths / StableSwapMath.A_PRECISION).timesWrapping(n);
        UInt256 smallest = least.timesWrapping(n);
        boolean fits = hundredths % StableSwapMath.A_PRECISION == 0
                && sum.bitLength() + a.bitLength() <= MOST_BITS
                && least.bitLength() >= LEAST_BITS;
        if (!fits || smallest.shiftLeft(1).isLessThan(sum)) {
            return null;
        }
        boolean isBalanced = smallest.shiftLeft(3).isAtLeast(sum.timesWrapping(UInt256.of(7)));
        int lost = isBalanced ? xp.length + xp.length * xp.length / 8 + 1 : (1 << xp.length) - 1;
        return new StableSwapShortcut(xp, a, sum, lost);
    }

    /** By the balances, n times each; made where the numbers of {@link StableSwapQuick} do not do. */
    private PreparedDivisor[] divisors() {
        PreparedDivisor[] made = divisors;
        if (made == null) {
            made = new PreparedDivisor[xp.length];
            for (int i = 0; i < xp.length; i++) {
                made[i] = PreparedDivisor.of(xp[i].timesWrapping(n));
            }
            divisors = made;
        }
        return made;
    }

    private boolean isQuick() {
        return sum.bitLength() <= StableSwapQuick.MOST_BITS;
    }

    /** D, from a guess. */
    @Nullable
    UInt256 invariant(UInt256 guess) {
        UInt256 quick = isQuick() && !guess.isZero() && guess.bitLength() <= StableSwapQuick.MOST_BITS
                ? StableSwapQuick.invariant(xp, a.doubleValue(), sum, lost, guess)
                : null;
        return quick == null ? stepped(guess) : quick;
    }

    private @Nullable UInt256 stepped(UInt256 guess) {
        PreparedDivisor[] divisors = divisors();
        UInt256 constant = a.timesExact(sum);
        UInt256 slope = a.minusExact(UInt256.ONE);
        UInt256 d = guess.isZero() ? sum : guess.min(sum);
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 product = d;
            for (PreparedDivisor divisor : divisors) {
                product = divisor.timesOver(product, d);
            }
            UInt256 above = constant.plusWrapping(product.timesExact(n)).timesExact(d);
            UInt256 below = slope.timesExact(d).plusWrapping(product.timesExact(n.plusWrapping(UInt256.ONE)));
            UInt256 next = above.dividedBy(below);
            int distance = distanceBits(next, 12);
            if (isWithin(d, next, distance)) {
                UInt256 margin = d.timesExact(UInt256.of(1L + lost)).plusWrapping(below.shiftRight(MARGIN_BITS));
                boolean isNear = sum.timesWrapping(n).isLessThan(next.timesWrapping(n.plusWrapping(UInt256.ONE)));
                return isNear && isClear(above, next, below, margin) ? next : null;
            }
            d = next;
        }
        return null;
    }

    /** The balance of an asset at which D is {@code d}, when that of another has become {@code x}; from a guess. */
    @Nullable
    UInt256 balance(int changed, UInt256 x, int asked, UInt256 d, UInt256 guess) {
        UInt256 quick =
                isQuick() && x.bitLength() < StableSwapQuick.MOST_BITS && d.bitLength() <= StableSwapQuick.MOST_BITS
                        ? quickBalance(changed, x, asked, d)
                        : null;
        return quick == null ? steppedBalance(changed, x, asked, d, guess) : quick;
    }

    private @Nullable UInt256 quickBalance(int changed, UInt256 x, int asked, UInt256 d) {
        UInt256[] others = xp.clone();
        others[changed] = x;
        others[asked] = UInt256.ZERO;
        UInt256 b = sum.minusWrapping(xp[asked])
                .minusWrapping(xp[changed])
                .plusWrapping(x)
                .plusWrapping(over(d, a.limb(0)));
        return d.isLessThan(b) ? null : StableSwapQuick.balance(others, a.doubleValue(), d, d.minusWrapping(b));
    }

    /** {@code floor(number / divisor)} of at most 95 by 32 bits, in three divisions of a machine word. */
    private static UInt256 over(UInt256 number, long divisor) {
        long top = number.limb(1);
        long middle = (top % divisor) << 32 | number.limb(0) >>> 32;
        long low = (middle % divisor) << 32 | (number.limb(0) & 0xFFFF_FFFFL);
        return UInt256.ofLimbs(0, 0, top / divisor, (middle / divisor) << 32 | low / divisor);
    }

    private @Nullable UInt256 steppedBalance(int changed, UInt256 x, int asked, UInt256 d, UInt256 guess) {
        PreparedDivisor[] divisors = divisors();
        UInt256 others = UInt256.ZERO;
        UInt256 c = d;
        for (int i = 0; i < xp.length; i++) {
            if (i == changed) {
                others = others.plusWrapping(x);
                c = c.timesExact(d).dividedBy(x.timesWrapping(n));
            } else if (i != asked) {
                others = others.plusWrapping(xp[i]);
                c = divisors[i].timesOver(c, d);
            }
        }
        c = c.timesExact(d).dividedBy(a.timesWrapping(n));
        UInt256 b = others.plusWrapping(d.dividedBy(a));
        return root(b, c, d, guess);
    }

    private static @Nullable UInt256 root(UInt256 b, UInt256 c, UInt256 d, UInt256 guess) {
        UInt256 y = guess;
        for (int step = 0; step < MOST_STEPS; step++) {
            UInt256 twice = y.shiftLeft(1).plusWrapping(b);
            if (!d.isLessThan(twice)) {
                return null;
            }
            UInt256 above = y.timesExact(y).plusExact(c);
            UInt256 below = twice.minusWrapping(d);
            UInt256 next = above.dividedBy(below);
            int distance = distanceBits(next, MARGIN_BITS);
            if (isWithin(y, next, distance)) {
                boolean fromAbove =
                        next.plusWrapping(UInt256.powerOfTwo(distance)).isLessThan(d);
                return fromAbove && isClear(above, next, below, below.shiftRight(MARGIN_BITS)) ? next : null;
            }
            y = next;
        }
        return null;
    }

    /** What D rises by for one more unit of an asset, where a balance is {@code x} and the one asked for {@code y}. */
    double slope(int changed, UInt256 x, int asked, UInt256 y, UInt256 d) {
        UInt256[] after = xp.clone();
        after[changed] = x;
        after[asked] = y;
        return StableSwapQuick.slope(after, a.doubleValue(), asked, d);
    }

    /** Bits of T: its square is {@code root / 2^margin} at most. */
    private static int distanceBits(UInt256 root, int margin) {
        return Math.max(0, (root.bitLength() - 1 - margin) / 2);
    }

    /** Whether a step was no longer than T / 4, and T is long. */
    private static boolean isWithin(UInt256 from, UInt256 to, int distanceBits) {
        return distanceBits > 6 && SafeMath.difference(from, to).bitLength() <= distanceBits - 2;
    }

    /** Whether the remainder is at least the margin, and at least the margin below the divisor. */
    private static boolean isClear(UInt256 above, UInt256 quotient, UInt256 below, UInt256 margin) {
        UInt256 rest = above.minusWrapping(quotient.timesWrapping(below));
        return rest.isAtLeast(margin) && rest.plusWrapping(margin).isLessThan(below);
    }
}
