package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Ticks and their square-root prices, against powers in decimals and against each other. */
final class TickMathTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal BASE = new BigDecimal("1.0001");

    /** √1.0001^tick · 2^96. */
    private static BigDecimal exact(int tick) {
        BigDecimal power = BASE.pow(Math.abs(tick), DIGITS);
        BigDecimal price = tick < 0 ? BigDecimal.ONE.divide(power, DIGITS) : power;
        return price.sqrt(DIGITS).multiply(new BigDecimal(BigInteger.TWO.pow(96)));
    }

    private static int tick(RandomStream random) {
        int span = 1 << (1 + random.nextInt(20));
        int tick = random.nextInt(2 * span) - span;
        return Math.clamp(tick, TickMath.MIN_TICK, TickMath.MAX_TICK - 1);
    }

    @Test
    void pricesAreThePowersToAUnitAndTenDigits() {
        RandomStream random = RandomStream.of(1, "ticks");
        for (int i = 0; i < 400; i++) {
            int tick = tick(random);
            BigDecimal expected = exact(tick);
            BigDecimal off = new BigDecimal(TickMath.sqrtRatioAtTick(tick).toBigInteger()).subtract(expected);
            BigDecimal most = expected.scaleByPowerOfTen(-15).add(BigDecimal.ONE);
            assertThat(off.abs()).as("tick " + tick).isLessThan(most);
        }
    }

    @Test
    void theEndsAreTheContracts() {
        assertThat(TickMath.sqrtRatioAtTick(TickMath.MIN_TICK)).isEqualTo(TickMath.MIN_SQRT_RATIO);
        assertThat(TickMath.sqrtRatioAtTick(TickMath.MAX_TICK)).isEqualTo(TickMath.MAX_SQRT_RATIO);
        assertThat(TickMath.sqrtRatioAtTick(0)).isEqualTo(UInt256.powerOfTwo(96));
        assertThat(TickMath.tickAtSqrtRatio(TickMath.MIN_SQRT_RATIO)).isEqualTo(TickMath.MIN_TICK);
        assertThat(TickMath.tickAtSqrtRatio(TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE)))
                .isEqualTo(TickMath.MAX_TICK - 1);
    }

    /** What the inverse is: the highest tick whose price is not above; so one unit below a tick's price is the tick before. */
    @Test
    void aTicksPriceIsItsFirst() {
        RandomStream random = RandomStream.of(2, "ticks");
        for (int i = 0; i < 60_000; i++) {
            int tick = Math.max(TickMath.MIN_TICK + 1, tick(random));
            UInt256 price = TickMath.sqrtRatioAtTick(tick);
            assertThat(TickMath.tickAtSqrtRatio(price)).isEqualTo(tick);
            assertThat(TickMath.tickAtSqrtRatio(price.minusExact(UInt256.ONE))).isEqualTo(tick - 1);
        }
    }

    @Test
    void anyPriceLiesBetweenItsTickAndTheNext() {
        RandomStream random = RandomStream.of(3, "prices");
        for (int i = 0; i < 60_000; i++) {
            UInt256 price = UInt256.ofLimbs(0, random.nextLong() >>> 32, random.nextLong(), random.nextLong())
                    .shiftRight(random.nextInt(128))
                    .max(TickMath.MIN_SQRT_RATIO)
                    .min(TickMath.MAX_SQRT_RATIO.minusExact(UInt256.ONE));
            int tick = TickMath.tickAtSqrtRatio(price);
            assertThat(TickMath.sqrtRatioAtTick(tick).isLessThan(price.plusExact(UInt256.ONE)))
                    .isTrue();
            assertThat(price.isLessThan(TickMath.sqrtRatioAtTick(tick + 1))).isTrue();
        }
    }

    /** A logarithm of fewer than two thirds of a millionth would be off by a tick; the decimals say which tick it is. */
    @Test
    void theTickIsTheFloorOfTheLogarithm() {
        RandomStream random = RandomStream.of(4, "between");
        for (int i = 0; i < 200; i++) {
            int tick = Math.clamp(tick(random), -400_000, 400_000);
            BigDecimal middle = exact(tick).multiply(new BigDecimal("1.000025"));
            UInt256 price = UInt256.of(middle.setScale(0, RoundingMode.DOWN).toBigIntegerExact());
            assertThat(TickMath.tickAtSqrtRatio(price)).isEqualTo(tick);
        }
    }

    @Test
    void whatBelongsToNoTickIsRefused() {
        assertThat(TickMath.isTick(TickMath.MIN_TICK - 1)).isFalse();
        assertThat(TickMath.isTick(TickMath.MAX_TICK)).isTrue();
        assertThat(TickMath.isPrice(TickMath.MAX_SQRT_RATIO)).isFalse();
        assertThat(TickMath.isPrice(TickMath.MIN_SQRT_RATIO)).isTrue();
        assertThatThrownBy(() -> TickMath.sqrtRatioAtTick(TickMath.MAX_TICK + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("887273");
        assertThatThrownBy(() -> TickMath.tickAtSqrtRatio(TickMath.MAX_SQRT_RATIO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TickMath.tickAtSqrtRatio(UInt256.of(4_295_128_738L)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
