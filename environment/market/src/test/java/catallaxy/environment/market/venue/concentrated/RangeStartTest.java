package catallaxy.environment.market.venue.concentrated;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** The price and the first range of a pool. */
final class RangeStartTest {
    private static UInt256 number(RandomStream random) {
        return UInt256.of(1 + random.nextLong(Long.MAX_VALUE))
                .shiftRight(random.nextInt(40))
                .max(UInt256.ONE);
    }

    /** {@code price² ≤ reserve1 · 2^192 / reserve0 < (price + 1)²}. */
    @Test
    void thePriceIsTheRootOfTheReservesRatioRoundedDown() {
        for (long seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.of(seed, "range start");
            UInt256 reserve0 = number(random);
            UInt256 reserve1 = number(random);
            BigInteger price =
                    RangeStart.of(reserve0, reserve1, 0, 60).sqrtPriceX96().toBigInteger();
            BigInteger ratio = reserve1.toBigInteger().shiftLeft(192);
            BigInteger above = price.add(BigInteger.ONE);
            assertThat(price.multiply(price).multiply(reserve0.toBigInteger()).compareTo(ratio) <= 0)
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(above.multiply(above).multiply(reserve0.toBigInteger()).compareTo(ratio) > 0)
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    /** At least the per cent on each side, to the next multiples outside, and no more than a spacing beyond. */
    @Test
    void theRangeReachesAsFarAsItsPercent() {
        for (long seed = 0; seed < 500; seed++) {
            RandomStream random = RandomStream.of(seed, "range");
            int spacing = 1 + random.nextInt(200);
            double percent = 0.5 + random.nextInt(100);
            RangeStart start = RangeStart.of(number(random), number(random), percent, spacing);
            int tick = TickMath.tickAtSqrtRatio(start.sqrtPriceX96());
            double width = StrictMath.log(1 + percent / 100) / StrictMath.log(1.0001);
            assertThat(start.lower() % spacing).isZero();
            assertThat(start.upper() % spacing).isZero();
            assertThat(tick - start.lower()).as("seed %d", seed).isBetween((int) width, (int) width + spacing + 1);
            assertThat(start.upper() - tick).as("seed %d", seed).isBetween((int) width, (int) width + spacing + 1);
            assertThat(start.liquidity(UInt256.powerOfTwo(80), UInt256.powerOfTwo(80))
                            .isZero())
                    .isFalse();
        }
    }

    @Test
    void withoutAPercentItReachesOverAllPrices() {
        RangeStart start = RangeStart.of(UInt256.ONE, UInt256.ONE, 0, 60);
        assertThat(start.sqrtPriceX96()).isEqualTo(UInt256.powerOfTwo(96));
        assertThat(start.lower()).isEqualTo(-887_220);
        assertThat(start.upper()).isEqualTo(887_220);
    }
}
