package catallaxy.environment.market.venue.uniswapv2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** The closed forms against the definition they solve, and against a search. */
class ConstantProductTest {
    private static final double FEE = 0.003;

    @Test
    void keepsTheProductWithoutFee() {
        double out = ConstantProduct.amountOut(10, 100, 2_000, 0);
        assertThat((100 + 10) * (2_000 - out)).isCloseTo(100 * 2_000, within(1e-9));
    }

    @Test
    void invertsItself() {
        RandomStream random = RandomStream.of(1, "pools");
        for (int i = 0; i < 1_000; i++) {
            double in = 1 + 1e4 * random.nextDouble();
            double reserveIn = 1 + 1e6 * random.nextDouble();
            double reserveOut = 1 + 1e6 * random.nextDouble();
            double out = ConstantProduct.amountOut(in, reserveIn, reserveOut, FEE);
            assertThat(ConstantProduct.amountIn(out, reserveIn, reserveOut, FEE))
                    .as("draw " + i)
                    .isCloseTo(in, within(in * 1e-6));
        }
    }

    @Test
    void tradesUpToTheRateAndNotBeyond() {
        double rate = 1_900;
        double in = ConstantProduct.inputToRate(5_000, 10_000_000, FEE, rate);
        double step = 1e-3;
        double before = ConstantProduct.amountOut(in, 5_000, 10_000_000, FEE);
        double after = ConstantProduct.amountOut(in + step, 5_000, 10_000_000, FEE);
        assertThat((after - before) / step).isCloseTo(rate, within(1e-3));
        assertThat(bestBySearch(rate)).isCloseTo(in, within(0.01));
    }

    private static double bestBySearch(double rate) {
        double best = 0;
        double mostGain = 0;
        for (double in = 0; in < 500; in += 0.01) {
            double gain = ConstantProduct.amountOut(in, 5_000, 10_000_000, FEE) - rate * in;
            if (gain > mostGain) {
                mostGain = gain;
                best = in;
            }
        }
        return best;
    }

    @Test
    void tradesNothingWithinTheFee() {
        assertThat(ConstantProduct.inputToRate(5_000, 10_000_000, FEE, 1_995)).isZero();
        assertThat(ConstantProduct.inputToRate(5_000, 10_000_000, FEE, 1_993)).isPositive();
    }

    @Test
    void lowersThePriceByTheDrop() {
        double in = ConstantProduct.inputForDrop(5_000, 0, 0.02);
        double out = ConstantProduct.amountOut(in, 5_000, 10_000_000, 0);
        assertThat((10_000_000 - out) / (5_000 + in)).isCloseTo(2_000 * 0.98, within(1e-6));
    }

    @Test
    void givesNothingForNothing() {
        assertThat(ConstantProduct.amountOut(0, 100, 100, FEE)).isZero();
        assertThat(ConstantProduct.amountOut(-1, 100, 100, FEE)).isZero();
        assertThat(ConstantProduct.amountOut(1, 0, 0, FEE)).isZero();
        assertThat(ConstantProduct.amountIn(100, 100, 100, FEE)).isInfinite();
        assertThat(ConstantProduct.inputToRate(0, 0, FEE, 1)).isZero();
        assertThat(ConstantProduct.inputToRate(1, 1, FEE, Double.NaN)).isZero();
    }
}
