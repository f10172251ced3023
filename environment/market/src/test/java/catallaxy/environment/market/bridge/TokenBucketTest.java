package catallaxy.environment.market.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.number.UInt256;
import catallaxy.environment.base.random.RandomStream;
import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

/** A bucket against the plain rule: no more passes than was in it and has come since. */
final class TokenBucketTest {
    private static final long WINDOW = 3_600_000_000_000L;

    @Test
    void aFullBucketPassesAtOnceAndThenAsMuchAsComesBack() {
        TokenBucket bucket = new TokenBucket(UInt256.of(100), WINDOW);
        assertThat(bucket.left(5)).isEqualTo(UInt256.of(100));
        assertThat(bucket.take(0, UInt256.of(100))).isZero();
        assertThat(bucket.left(0)).isEqualTo(UInt256.ZERO);
        assertThat(bucket.take(0, UInt256.of(50))).as("half a window later").isEqualTo(WINDOW / 2);
        assertThat(bucket.take(0, UInt256.of(1))).as("behind it").isEqualTo(WINDOW / 2 + WINDOW / 100);
        assertThat(bucket.left(3 * WINDOW)).isEqualTo(UInt256.of(100));
        assertThat(bucket.take(3 * WINDOW, UInt256.of(250)))
                .as("more than it holds waits for as much as is missing")
                .isEqualTo(3 * WINDOW + WINDOW + WINDOW / 2);
    }

    /** In any time nothing passes but what the bucket held at its beginning and what came in it; and nothing overtakes. */
    @Test
    void noMoreThanABucketAndWhatHasComePasses() {
        for (long seed = 1; seed <= 50; seed++) {
            RandomStream random = RandomStream.of(seed, "test/bucket");
            int size = 1 + random.nextInt(1_000);
            TokenBucket bucket = new TokenBucket(UInt256.of(size), WINDOW);
            long now = 0;
            long last = 0;
            BigDecimal passed = BigDecimal.ZERO;
            for (int i = 0; i < 200; i++) {
                now += random.nextLong(WINDOW / 4);
                int amount = 1 + random.nextInt(size);
                long release = bucket.take(now, UInt256.of(amount));
                assertThat(release).as("seed %d, take %d", seed, i).isGreaterThanOrEqualTo(Math.max(now, last));
                last = release;
                passed = passed.add(BigDecimal.valueOf(amount));
                BigDecimal come = BigDecimal.valueOf(release)
                        .multiply(BigDecimal.valueOf(size))
                        .divide(BigDecimal.valueOf(WINDOW), MathContext.DECIMAL64);
                assertThat(passed)
                        .isLessThanOrEqualTo(come.add(BigDecimal.valueOf(size)).add(BigDecimal.valueOf(1e-6)));
            }
        }
    }

    /** A seventh of ten nanoseconds is 1.4: it comes after two. */
    @Test
    void whatComesBackWithinANanosecondIsThereAfterIt() {
        TokenBucket bucket = new TokenBucket(UInt256.of(7), 10);
        assertThat(bucket.take(0, UInt256.of(7))).isZero();
        assertThat(bucket.take(0, UInt256.ONE)).isEqualTo(2);
        assertThat(bucket.left(10)).isEqualTo(UInt256.of(5));
    }

    @Test
    void anEmptySizePassesNothingInALifetime() {
        TokenBucket bucket = new TokenBucket(UInt256.ZERO, WINDOW);
        assertThat(bucket.take(0, UInt256.ONE)).isGreaterThan(100 * 365 * 24 * WINDOW / 2);
    }
}
