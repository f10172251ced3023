package catallaxy.environment.market.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.number.UInt256;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class BaseFeeTest {
    /** The text of the proposal, in unbounded integers. */
    private static BigInteger proposal(BigInteger fee, long used, long limit, BaseFee rule) {
        BigInteger target = BigInteger.valueOf(limit / rule.elasticity());
        BigInteger distance = BigInteger.valueOf(used).subtract(target);
        BigInteger denominator = BigInteger.valueOf(rule.denominator());
        BigInteger step = fee.multiply(distance.abs()).divide(target).divide(denominator);
        return distance.signum() > 0 ? fee.add(step.max(BigInteger.ONE)) : fee.subtract(step);
    }

    @Test
    void followsTheProposalForAnyMagnitude() {
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 5_000; i++) {
                BaseFee rule = random.nextBoolean()
                        ? BaseFee.ETHEREUM
                        : new BaseFee(random.nextInt(1, 7), random.nextInt(1, 500));
                long limit = random.nextLong(rule.elasticity(), 1L << random.nextInt(4, 40));
                long used = random.nextInt(4) == 0 ? limit / rule.elasticity() : random.nextLong(limit + 1);
                BigInteger fee = new BigInteger(1, bytes(random)).shiftRight(random.nextInt(8, 257));
                BigInteger expected = proposal(fee, used, limit, rule);
                assertThat(rule.next(UInt256.of(fee), used, limit).toBigInteger())
                        .as("seed %d: %s, %d of %d, %s", seed, fee, used, limit, rule)
                        .isEqualTo(expected);
                if (fee.bitLength() < 64 && expected.bitLength() < 64) {
                    assertThat(rule.next(fee.longValue(), used, limit)).isEqualTo(expected.longValue());
                }
            }
        }
    }

    private static byte[] bytes(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aSmallFeeStillRises() {
        assertThat(BaseFee.ETHEREUM.next(0, 30_000_000, 30_000_000)).isEqualTo(1);
        assertThat(BaseFee.ETHEREUM.next(7, 15_000_001, 30_000_000)).isEqualTo(8);
        assertThat(BaseFee.ETHEREUM.next(7, 0, 30_000_000)).isEqualTo(7);
        assertThat(BaseFee.ETHEREUM.next(1_000_000_000, 30_000_000, 30_000_000)).isEqualTo(1_125_000_000);
        assertThat(BaseFee.ETHEREUM.next(1_000_000_000, 0, 30_000_000)).isEqualTo(875_000_000);
    }

    @Test
    void refusesWhatHasNoAnswer() {
        assertThatThrownBy(() -> BaseFee.ETHEREUM.next(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BaseFee.ETHEREUM.next(-1, 0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BaseFee.ETHEREUM.next(1, -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BaseFee.ETHEREUM.next(Long.MAX_VALUE, 2, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new BaseFee(0, 8)).isInstanceOf(IllegalArgumentException.class);
    }
}
