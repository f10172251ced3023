package catallaxy.environment.base.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against unbounded decimals: errors are within the bounds that the class states. */
final class DoubleWordTest {
    private static final int CASES = 20_000;
    private static final MathContext WIDE = new MathContext(80);
    private static final BigDecimal UNIT =
            BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(106), WIDE);

    private static BigInteger integer(Random random, int mostBits) {
        return new BigInteger(1 + random.nextInt(mostBits), random).setBit(0);
    }

    private static DoubleWord word(BigInteger value) {
        return DoubleWord.of(UInt256.of(value));
    }

    private static BigDecimal exact(DoubleWord word) {
        return new BigDecimal(word.high()).add(new BigDecimal(word.low()));
    }

    private static void within(int units, DoubleWord actual, BigDecimal expected, String seed) {
        BigDecimal error = exact(actual).subtract(expected).abs();
        assertThat(error).as(seed).isLessThanOrEqualTo(expected.multiply(UNIT).multiply(BigDecimal.valueOf(units)));
        assertThat(Math.abs(actual.low())).as(seed).isLessThanOrEqualTo(Math.ulp(actual.high()) / 2);
    }

    /** Integers of all lengths, and those that lie at a border of bits. */
    private static BigInteger drawn(Random random) {
        BigInteger border = BigInteger.ONE.shiftLeft(random.nextInt(DoubleWord.EXACT_BITS));
        return switch (random.nextInt(6)) {
            case 0 -> border;
            case 1 -> border.subtract(BigInteger.ONE).max(BigInteger.ONE);
            default -> integer(random, DoubleWord.EXACT_BITS);
        };
    }

    @Test
    void everyOperationErrsWithinItsBound() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            String name = "seed " + seed;
            BigInteger one = drawn(random);
            BigInteger other = drawn(random);
            DoubleWord a = word(one).over(word(other));
            DoubleWord b = word(drawn(random)).over(word(drawn(random)));
            BigDecimal x = exact(a);
            BigDecimal y = exact(b);
            within(15, a, new BigDecimal(one).divide(new BigDecimal(other), WIDE), name);
            within(3, a.plus(b), x.add(y), name);
            within(5, a.times(b), x.multiply(y), name);
            within(15, a.over(b), x.divide(y, WIDE), name);
            within(4, a.sqrt(), x.sqrt(WIDE), name);
            double factor = 1 + random.nextInt(1_000_000_000);
            within(2, a.times(factor), x.multiply(new BigDecimal(factor)), name);
        }
    }

    @Test
    void integersAreExact() {
        for (int seed = 0; seed < CASES; seed++) {
            BigInteger value = drawn(new Random(seed));
            assertThat(exact(word(value)).toBigIntegerExact())
                    .as("seed %d", seed)
                    .isEqualTo(value);
        }
        assertThat(exact(DoubleWord.of(UInt256.ZERO))).isZero();
    }

    @Test
    void theFloorAndWhatItLeavesAreTheNumber() {
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            BigInteger above = integer(random, 20).add(BigInteger.ONE.shiftLeft(80 + random.nextInt(10)));
            DoubleWord number = word(above).times(1 + random.nextInt(1_000)).over(word(integer(random, 12)));
            BigDecimal exact = exact(number);
            BigInteger floor = exact.setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
            assertThat(number.floor().toBigInteger()).as("seed %d", seed).isEqualTo(floor);
            assertThat(new BigDecimal(number.fraction()))
                    .as("seed %d", seed)
                    .isEqualByComparingTo(exact.subtract(new BigDecimal(floor)));
        }
    }

    @Test
    void smallNumbersHaveNoFloorHere() {
        assertThatThrownBy(() -> new DoubleWord(3.5, 0).floor()).hasMessageContaining("no floor of");
    }

    /** One bit more than fits is not kept. */
    @Test
    void widerIntegersLoseBits() {
        BigInteger wide = BigInteger.ONE.shiftLeft(119).setBit(60).setBit(0);
        assertThat(exact(word(wide)).toBigInteger()).isNotEqualTo(wide);
    }
}
