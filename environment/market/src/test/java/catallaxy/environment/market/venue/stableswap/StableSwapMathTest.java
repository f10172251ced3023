package catallaxy.environment.market.venue.stableswap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class StableSwapMathTest {
    private static final int SEEDS = 400;

    private static UInt256[] balances(RandomStream random) {
        UInt256[] xp = new UInt256[2 + random.nextInt(7)];
        int bits = 40 + random.nextInt(50);
        Arrays.setAll(xp, _ -> UInt256.of(1 + random.nextLong(1L << 40)).shiftLeft(bits - 40));
        return xp;
    }

    private static UInt256 amplification(RandomStream random) {
        return UInt256.of((1 + random.nextLong(1L << (1 + random.nextInt(13)))) * StableSwapMath.A_PRECISION);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    /**
     * {@code a S + D − a D − P} of exact fractions, times {@code 100 nⁿ Πx}, whose sign falls as D rises: a = n A, A in hundredths.
     */
    private static int side(UInt256[] xp, UInt256 amplification, BigInteger d) {
        BigInteger n = big(xp.length);
        BigInteger sum = BigInteger.ZERO;
        BigInteger product = BigInteger.ONE;
        for (UInt256 x : xp) {
            sum = sum.add(x.toBigInteger());
            product = product.multiply(x.toBigInteger()).multiply(n);
        }
        BigInteger a = amplification.toBigInteger().multiply(n);
        BigInteger linear = a.multiply(sum.subtract(d)).add(d.multiply(big(100)));
        return linear.multiply(product)
                .subtract(d.pow(xp.length + 1).multiply(big(100)))
                .signum();
    }

    /** How far from the exact root the roundings may leave it: one for each division, more where A hardly binds. */
    @Test
    void theInvariantIsTheRootOfTheExactEquation() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/invariant");
            UInt256[] xp = balances(random);
            UInt256 amplification = amplification(random);
            BigInteger d = StableSwapMath.invariant(xp, amplification).toBigInteger();
            BigInteger off = big(2L * xp.length + 2);
            assertThat(side(xp, amplification, d.subtract(off)))
                    .as("seed %d", seed)
                    .isPositive();
            assertThat(side(xp, amplification, d.add(off))).as("seed %d", seed).isNegative();
        }
    }

    @Test
    void theBalanceKeepsTheInvariant() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/balance");
            UInt256[] xp = balances(random);
            UInt256 amplification = amplification(random);
            int out = random.nextInt(xp.length);
            UInt256 d = StableSwapMath.invariant(xp, amplification);
            UInt256 y = StableSwapMath.balance(xp, amplification, out, d);
            double share = SafeMath.difference(y, xp[out]).doubleValue();
            assertThat(share).as("seed %d", seed).isLessThanOrEqualTo(1e-9 * xp[out].doubleValue() + 1e4);
        }
    }

    @Test
    void aBalancedPoolIsWorthItsSum() {
        for (int n = 2; n <= StableSwapTerms.MOST_ASSETS; n++) {
            UInt256[] xp = new UInt256[n];
            Arrays.fill(xp, UInt256.powerOfTwo(80));
            assertThat(StableSwapMath.invariant(xp, UInt256.of(20_000)))
                    .isEqualTo(UInt256.powerOfTwo(80).timesExact(UInt256.of(n)));
        }
    }

    @Test
    void whatCannotBeComputedReverts() {
        UInt256[] none = {UInt256.ZERO, UInt256.ZERO};
        assertThat(StableSwapMath.invariant(none, UInt256.of(100))).isEqualTo(UInt256.ZERO);
        UInt256[] one = {UInt256.of(1000), UInt256.ZERO};
        assertThatThrownBy(() -> StableSwapMath.invariant(one, UInt256.of(100)))
                .hasMessage("SafeMath: division by zero");
        UInt256[] large = {UInt256.MAX, UInt256.ONE};
        assertThatThrownBy(() -> StableSwapMath.invariant(large, UInt256.of(100)))
                .hasMessage("SafeMath: addition overflow");
        UInt256[] squares = {UInt256.powerOfTwo(130), UInt256.ONE};
        assertThatThrownBy(() -> StableSwapMath.invariant(squares, UInt256.of(100)))
                .hasMessage("SafeMath: multiplication overflow");
    }

    /** Found in the recorded rows: balances so far apart that D steps between two values for ever. */
    @Test
    void theIterationMayNeverEnd() {
        UInt256 large = UInt256.parse("143556569420144000000000000");
        UInt256 small = UInt256.parse("353417165000000000000");
        int endless = 0;
        for (int i = 0; i < 1000; i++) {
            UInt256[] xp = {large, small.plusExact(UInt256.of(i))};
            try {
                StableSwapMath.invariant(xp, UInt256.of(40_000));
            } catch (StableSwapRevert revert) {
                assertThat(revert.reason()).isEqualTo("D does not converge");
                endless++;
            }
        }
        assertThat(endless).isBetween(1, 999);
    }
}
