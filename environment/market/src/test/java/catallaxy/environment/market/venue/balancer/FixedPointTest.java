package catallaxy.environment.market.venue.balancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

final class FixedPointTest {
    private static final BigInteger UNIT = BigInteger.TEN.pow(18);

    private static BigInteger ceil(BigInteger above, BigInteger below) {
        return above.add(below).subtract(BigInteger.ONE).divide(below);
    }

    @Test
    void roundsAsItsNamesSay() {
        for (int seed = 0; seed < 300; seed++) {
            RandomStream random = RandomStream.of(seed, "test/fixed-point");
            UInt256 a = UInt256.ofLimbs(0, 0, random.nextLong() >>> random.nextInt(64), random.nextLong());
            UInt256 b = UInt256.ofLimbs(0, 0, 0, random.nextLong() >>> random.nextInt(62) | 1);
            BigInteger bigA = a.toBigInteger();
            BigInteger bigB = b.toBigInteger();
            BigInteger product = bigA.multiply(bigB);
            assertThat(FixedPoint.mulDown(a, b).toBigInteger()).isEqualTo(product.divide(UNIT));
            assertThat(FixedPoint.mulUp(a, b).toBigInteger()).isEqualTo(ceil(product, UNIT));
            assertThat(FixedPoint.divDown(a, b).toBigInteger())
                    .isEqualTo(bigA.multiply(UNIT).divide(bigB));
            assertThat(FixedPoint.divUp(a, b).toBigInteger()).isEqualTo(ceil(bigA.multiply(UNIT), bigB));
            assertThat(FixedPoint.over(a, b, true).toBigInteger()).isEqualTo(ceil(bigA, bigB));
            assertThat(FixedPoint.over(a, b, false).toBigInteger()).isEqualTo(bigA.divide(bigB));
        }
    }

    @Test
    void whatDoesNotFitReverts() {
        UInt256 one = UInt256.ONE;
        assertThatThrownBy(() -> FixedPoint.plus(UInt256.MAX, one)).hasMessage("BAL#000");
        assertThatThrownBy(() -> FixedPoint.minus(UInt256.ZERO, one)).hasMessage("BAL#001");
        assertThatThrownBy(() -> FixedPoint.times(UInt256.MAX, UInt256.of(2))).hasMessage("BAL#003");
        assertThatThrownBy(() -> FixedPoint.overDown(one, UInt256.ZERO)).hasMessage("BAL#004");
        assertThatThrownBy(() -> FixedPoint.overUp(one, UInt256.ZERO)).hasMessage("BAL#004");
        assertThatThrownBy(() -> FixedPoint.divUp(one, UInt256.ZERO)).hasMessage("BAL#004");
        assertThatThrownBy(() -> FixedPoint.divDown(UInt256.MAX, one)).hasMessage("BAL#005");
        assertThat(FixedPoint.complement(UInt256.MAX)).isEqualTo(UInt256.ZERO);
        assertThat(FixedPoint.complement(one)).isEqualTo(FixedPoint.ONE.minusExact(one));
    }
}
