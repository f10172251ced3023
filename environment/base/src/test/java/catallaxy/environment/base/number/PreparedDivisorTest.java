package catallaxy.environment.base.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PreparedDivisorTest {
    private static UInt256 bits(SplittableRandom random, int bits) {
        BigInteger number = BigInteger.ONE.shiftLeft(bits - 1);
        boolean dense = random.nextBoolean();
        for (int i = 0; i < bits - 1; i++) {
            number = (dense && random.nextInt(8) > 0) || random.nextBoolean() ? number.setBit(i) : number;
        }
        return UInt256.of(number);
    }

    @Test
    void dividesAsUnboundedIntegersDo() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            UInt256 divisor = bits(random, 1 + random.nextInt(128));
            UInt256 a = bits(random, 1 + random.nextInt(128));
            UInt256 b = bits(random, 1 + random.nextInt(128));
            BigInteger exact = a.toBigInteger().multiply(b.toBigInteger()).divide(divisor.toBigInteger());
            PreparedDivisor prepared = PreparedDivisor.of(divisor);
            if (exact.bitLength() <= 128) {
                assertThat(prepared.timesOver(a, b).toBigInteger())
                        .as("seed %d", seed)
                        .isEqualTo(exact);
            } else {
                assertThatThrownBy(() -> prepared.timesOver(a, b)).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void dividesNumbersOfAnySize() {
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            UInt256 divisor = bits(random, 1 + random.nextInt(128));
            UInt256 number = bits(random, 1 + random.nextInt(256));
            BigInteger exact = number.toBigInteger().divide(divisor.toBigInteger());
            PreparedDivisor prepared = PreparedDivisor.of(divisor);
            if (exact.bitLength() <= 128) {
                assertThat(prepared.quotient(number).toBigInteger())
                        .as("seed %d", seed)
                        .isEqualTo(exact);
            } else {
                assertThatThrownBy(() -> prepared.quotient(number)).isInstanceOf(ArithmeticException.class);
            }
        }
    }

    @Test
    void otherDivisorsAreRefused() {
        assertThatThrownBy(() -> PreparedDivisor.of(UInt256.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PreparedDivisor.of(UInt256.powerOfTwo(128)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(PreparedDivisor.of(UInt256.powerOfTwo(64)).timesOver(UInt256.powerOfTwo(70), UInt256.of(3)))
                .isEqualTo(UInt256.of(192));
    }
}
