package catallaxy.environment.market.venue.balancer;

import static catallaxy.environment.market.venue.balancer.ExactMath.fixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.Int256;
import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class LogExpMathTest {
    private static final int SEEDS = 150;
    private static final UInt256 ONE = FixedPoint.ONE;

    private static UInt256 draw(RandomStream random, int mostBits) {
        int bits = 1 + random.nextInt(mostBits);
        return UInt256.ofLimbs(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong())
                .shiftRight(256 - bits)
                .plusExact(UInt256.ONE);
    }

    private static double relative(BigDecimal actual, BigDecimal exact) {
        return actual.subtract(exact).abs().doubleValue() / exact.doubleValue();
    }

    @Test
    void powersAreNearTheExactOnes() {
        int within = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/pow");
            UInt256 x = draw(random, 100);
            UInt256 y = draw(random, 63);
            try {
                BigDecimal exact = ExactMath.pow(fixed(x), fixed(y));
                BigDecimal actual = fixed(LogExpMath.pow(x, y));
                double floor = 2e-18 / exact.doubleValue();
                assertThat(relative(actual, exact)).as("seed %d", seed).isLessThan(1e-14 + floor);
                within++;
            } catch (BalancerRevert revert) {
                assertThat(revert.reason()).isEqualTo("BAL#008");
            }
        }
        assertThat(within).isGreaterThan(SEEDS / 2);
    }

    @Test
    void logarithmsAreNearTheExactOnes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/ln");
            UInt256 a = seed % 3 == 0
                    ? UInt256.of(900_000_000_000_000_000L + random.nextLong(200_000_000_000_000_000L))
                    : draw(random, 250);
            BigDecimal actual = new BigDecimal(LogExpMath.ln(a).toBigInteger(), 18);
            assertThat(actual.subtract(ExactMath.ln(fixed(a))).abs().doubleValue())
                    .as("seed %d", seed)
                    .isLessThan(2e-17);
        }
    }

    @Test
    void exponentialsAreNearTheExactOnes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomStream random = RandomStream.of(seed, "test/exp");
            long thousandths = random.nextLong(171_001) - 41_000;
            Int256 x = Int256.of(thousandths).timesExact(Int256.of(1_000_000_000_000_000L));
            BigDecimal exact = ExactMath.exp(BigDecimal.valueOf(thousandths, 3));
            double floor = 1e-18 / exact.doubleValue();
            assertThat(relative(fixed(LogExpMath.exp(x)), exact))
                    .as("seed %d: %d", seed, thousandths)
                    .isLessThan(1e-17 + floor);
        }
    }

    @Test
    void whatIsOutOfBoundsReverts() {
        UInt256 large = ONE.timesExact(UInt256.of(1_000_000));
        assertThatThrownBy(() -> LogExpMath.pow(UInt256.MAX, ONE)).hasMessage("BAL#006");
        assertThatThrownBy(() -> LogExpMath.pow(large, UInt256.powerOfTwo(250))).hasMessage("BAL#007");
        assertThatThrownBy(() -> LogExpMath.pow(large, large)).hasMessage("BAL#008");
        assertThatThrownBy(() -> LogExpMath.pow(UInt256.ONE, ONE.shiftLeft(1))).hasMessage("BAL#008");
        assertThatThrownBy(() -> LogExpMath.exp(Int256.of(131).timesExact(Int256.of(ONE))))
                .hasMessage("BAL#009");
        assertThatThrownBy(() -> LogExpMath.ln(UInt256.ZERO)).hasMessage("BAL#100");
    }

    @Test
    void theSimpleOnes() {
        assertThat(LogExpMath.pow(UInt256.ZERO, ONE)).isEqualTo(UInt256.ZERO);
        assertThat(LogExpMath.pow(UInt256.ZERO, UInt256.ZERO)).isEqualTo(ONE);
        assertThat(LogExpMath.pow(ONE, ONE)).isEqualTo(ONE);
        assertThat(LogExpMath.ln(ONE)).isEqualTo(Int256.ZERO);
        assertThat(LogExpMath.exp(Int256.of(ONE))).isEqualTo(UInt256.of(2_718_281_828_459_045_235L));
    }

    /** What rounds down is not above the exact power, what rounds up not below: to the versions' stated error. */
    @Test
    void thePowersOfPoolsErrOnThePoolsSide() {
        for (PowerVersion version : PowerVersion.values()) {
            for (int seed = 0; seed < SEEDS; seed++) {
                RandomStream random = RandomStream.of(seed, "test/sides");
                UInt256 x = UInt256.of(1 + random.nextLong(3_000_000_000_000_000_000L));
                UInt256 y = seed % 2 == 0
                        ? ONE.shiftLeft(random.nextInt(3))
                        : UInt256.of(1 + random.nextLong(5_000_000_000_000_000_000L));
                BigDecimal exact = ExactMath.pow(fixed(x), fixed(y));
                assertThat(fixed(version.powDown(x, y))).as("seed %d", seed).isLessThanOrEqualTo(slack(exact, 1));
                assertThat(fixed(version.powUp(x, y))).as("seed %d", seed).isGreaterThanOrEqualTo(slack(exact, -1));
            }
        }
    }

    /** The reference has 80 digits. */
    private static BigDecimal slack(BigDecimal exact, int sign) {
        return exact.add(new BigDecimal("1e-60").multiply(BigDecimal.valueOf(sign)));
    }

    @Test
    void theVersionsDifferForTheExponentsOneTwoAndFourAlone() {
        UInt256 x = UInt256.of(700_000_000_000_000_000L);
        for (long half = 1; half <= 9; half++) {
            UInt256 y = UInt256.of(half * 500_000_000_000_000_000L);
            boolean multiplied = half == 2 || half == 4 || half == 8;
            boolean same = PowerVersion.EXACT.powDown(x, y).equals(PowerVersion.LOGARITHMIC.powDown(x, y))
                    && PowerVersion.EXACT.powUp(x, y).equals(PowerVersion.LOGARITHMIC.powUp(x, y));
            assertThat(same).as("exponent %d/2", half).isNotEqualTo(multiplied);
        }
        assertThat(PowerVersion.EXACT.powUp(x, ONE)).isEqualTo(x);
        assertThat(PowerVersion.EXACT.powDown(x, ONE.shiftLeft(1))).isEqualTo(UInt256.of(490_000_000_000_000_000L));
        assertThat(PowerVersion.EXACT.powUp(x, ONE.shiftLeft(2))).isEqualTo(UInt256.of(240_100_000_000_000_000L));
    }
}
