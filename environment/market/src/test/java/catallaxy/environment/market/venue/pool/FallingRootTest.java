package catallaxy.environment.market.venue.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

final class FallingRootTest {
    @Test
    void findsTheRootWhateverTheGuess() {
        for (int seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed, "test/falling");
            double root = StrictMath.exp(40 * random.nextDouble() - 20);
            double guess = StrictMath.exp(40 * random.nextDouble() - 20);
            double steep = 0.2 + 4 * random.nextDouble();
            double found = FallingRoot.toZero(
                    x -> 1 / StrictMath.pow(1 + x, steep) - 1 / StrictMath.pow(1 + root, steep), guess);
            double conditioning = 1e-15 * (1 + root) / root;
            assertThat(found).as("seed %d", seed).isCloseTo(root, within(root * (1e-11 + 10 * conditioning)));
        }
    }

    @Test
    void whatIsNeverOrAlwaysBelowZero() {
        assertThat(FallingRoot.toZero(x -> -1 - x, 1)).isZero();
        assertThat(FallingRoot.toZero(x -> 0.0, 1)).isZero();
        assertThat(FallingRoot.toZero(x -> 1.0, 1)).isInfinite();
        assertThat(FallingRoot.toZero(x -> Double.NaN, 1))
                .as("no number at all")
                .isZero();
    }

    @Test
    void aStepIsFoundToo() {
        assertThat(FallingRoot.toZero(x -> x < 3 ? 1 : -5, 0.01)).isCloseTo(3, within(1e-12));
    }
}
