package catallaxy.environment.market.venue.lending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Fixed-point arithmetic against unbounded integers, and the series of interest against the exponential. */
final class RayMathTest {
    private static final BigInteger WORD = BigInteger.TWO.pow(256);
    private static final BigInteger RAY = BigInteger.TEN.pow(27);
    private static final BigInteger WAD = BigInteger.TEN.pow(18);
    private static final UInt256 YEAR = UInt256.of(365 * 86_400);

    private static UInt256 any(RandomStream random) {
        UInt256 all = UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
        return all.shiftRight(random.nextInt(256));
    }

    /** {@code (a b + ⌊c/2⌋)/c}, or nothing where the numerator leaves 256 bits or c is zero. */
    private static Optional<UInt256> nearest(BigInteger a, BigInteger b, BigInteger c) {
        if (c.signum() == 0) {
            return Optional.empty();
        }
        BigInteger numerator = a.multiply(b).add(c.shiftRight(1));
        return numerator.compareTo(WORD) < 0 ? Optional.of(UInt256.of(numerator.divide(c))) : Optional.empty();
    }

    private static Optional<UInt256> result(Supplier<UInt256> call) {
        try {
            return Optional.of(call.get());
        } catch (LendingRevert revert) {
            assertThat(revert.reason()).isEqualTo(LendingError.EMPTY.reason());
            return Optional.empty();
        }
    }

    @Test
    void productsAndQuotientsAreTheNearestOrNothing() {
        int reverted = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            RandomStream random = RandomStream.of(seed, "ray");
            UInt256 x = any(random);
            UInt256 y = random.nextInt(20) == 0 ? UInt256.ZERO : any(random);
            BigInteger a = x.toBigInteger();
            BigInteger b = y.toBigInteger();
            BigInteger whole = BigInteger.valueOf(10_000);
            assertThat(result(() -> RayMath.rayMul(x, y))).as("seed %d", seed).isEqualTo(nearest(a, b, RAY));
            assertThat(result(() -> RayMath.rayDiv(x, y))).as("seed %d", seed).isEqualTo(nearest(a, RAY, b));
            assertThat(result(() -> RayMath.wadMul(x, y))).as("seed %d", seed).isEqualTo(nearest(a, b, WAD));
            assertThat(result(() -> RayMath.wadDiv(x, y))).as("seed %d", seed).isEqualTo(nearest(a, WAD, b));
            assertThat(result(() -> PercentMath.percentMul(x, y)))
                    .as("seed %d", seed)
                    .isEqualTo(nearest(a, b, whole));
            assertThat(result(() -> PercentMath.percentDiv(x, y)))
                    .as("seed %d", seed)
                    .isEqualTo(nearest(a, whole, b));
            reverted += result(() -> RayMath.rayMul(x, y)).isEmpty() ? 1 : 0;
        }
        assertThat(reverted).isBetween(300, 2_700);
    }

    @Test
    void halvesGoUp() {
        UInt256 half = RayMath.RAY.shiftRight(1);
        assertThat(RayMath.rayMul(UInt256.ONE, half)).isEqualTo(UInt256.ONE);
        assertThat(RayMath.rayMul(UInt256.ONE, half.minusExact(UInt256.ONE))).isEqualTo(UInt256.ZERO);
        assertThat(RayMath.rayToWad(UInt256.of(1_500_000_000))).isEqualTo(UInt256.of(2));
        assertThat(RayMath.rayToWad(UInt256.of(1_499_999_999))).isEqualTo(UInt256.ONE);
        assertThat(RayMath.wadToRay(UInt256.of(7))).isEqualTo(UInt256.of(7_000_000_000L));
        assertThat(PercentMath.percentMul(UInt256.of(5), 9_000)).isEqualTo(UInt256.of(5));
    }

    @Test
    void checkedArithmeticPanics() {
        assertThatThrownBy(() -> CheckedMath.plus(UInt256.MAX, UInt256.ONE)).hasMessage("Panic(0x11)");
        assertThatThrownBy(() -> CheckedMath.minus(UInt256.ZERO, UInt256.ONE)).hasMessage("Panic(0x11)");
        assertThatThrownBy(() -> CheckedMath.times(UInt256.MAX, UInt256.of(2))).hasMessage("Panic(0x11)");
        assertThatThrownBy(() -> CheckedMath.over(UInt256.ONE, UInt256.ZERO)).hasMessage("Panic(0x12)");
        assertThatThrownBy(() -> CheckedMath.fit128(UInt256.powerOfTwo(128)))
                .hasMessage("SafeCast: value doesn't fit in 128 bits");
        assertThat(CheckedMath.fit128(UInt256.powerOfTwo(127))).isEqualTo(UInt256.powerOfTwo(127));
    }

    @Test
    void interestOfAYear() {
        UInt256 tenth = RayMath.RAY.dividedBy(UInt256.of(10));
        assertThat(InterestMath.linear(tenth, YEAR.longValueExact())).isEqualTo(RayMath.RAY.plusExact(tenth));
        assertThat(InterestMath.compounded(tenth, 0)).isEqualTo(RayMath.RAY);
        assertThat(InterestMath.compounded(UInt256.ZERO, 1_000_000)).isEqualTo(RayMath.RAY);
        double compounded =
                InterestMath.compounded(tenth, YEAR.longValueExact()).doubleValue() / 1e27;
        assertThat(compounded).isBetween(1.10516, StrictMath.exp(0.1));
    }

    /** The series lacks the powers from the fourth on: it is below the exponential, and above simple interest. */
    @Test
    void compoundInterestLiesBetweenSimpleInterestAndTheExponential() {
        for (int seed = 0; seed < 1_000; seed++) {
            RandomStream random = RandomStream.of(seed, "interest");
            double rate = random.nextDouble();
            long seconds = random.nextInt(15_000_000);
            UInt256 ray = UInt256.of(Math.round(rate * 1e15)).timesExact(UInt256.of(1_000_000_000_000L));
            double exact = StrictMath.exp(rate * seconds / YEAR.doubleValue());
            double series = InterestMath.compounded(ray, seconds).doubleValue() / 1e27;
            double simple = InterestMath.linear(ray, seconds).doubleValue() / 1e27;
            assertThat(series).as("seed %d", seed).isBetween(simple - 1e-12, exact + 1e-12);
            double x = rate * seconds / YEAR.doubleValue();
            assertThat(exact - series).as("seed %d", seed).isLessThan(x * x * x * x / 12 + 1e-6);
        }
    }
}
