package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Against the closed form of constant-product pools, which the model has to find from fills alone. */
final class PriceImpactTest {
    private static final double FEE = 0.003;
    private static final double FEE_BPS = 10_000 * (1 / (1 - FEE) - 1);
    private static final ModelSettings SETTINGS = new ModelSettings(40, 500, 100, 0.8);
    private static final int SEEDS = 3;

    /** What a pool of so much base and quote asks for the base that a swap of quote buys. */
    private static double paid(double base, double quote, double in) {
        double net = in * (1 - FEE);
        return in / (base * net / (quote + net));
    }

    private static ModelExample fill(RandomStream random, String group, double quote, double noiseBps) {
        double base = quote / 2000;
        double in = quote * Math.exp(-7 + 1.5 * random.nextGaussian());
        double impact = PriceImpact.ofFill(true, paid(base, quote, in), quote / base);
        double[] features = PriceImpact.features(in, quote, 3 + random.nextDouble());
        return new ModelExample(group, features, impact + noiseBps * random.nextGaussian());
    }

    private static OnlineRegression learned(long seed, double noiseBps) {
        OnlineRegression model = new OnlineRegression(PriceImpact.SPEC, SETTINGS);
        RandomStream random = RandomStream.of(seed, "fills");
        for (int i = 0; i < 800; i++) {
            boolean deep = random.nextBoolean(0.5);
            model.learn(fill(random, deep ? "deep ETH-USDC" : "thin ETH-USDC", deep ? 1e7 : 1e6, noiseBps));
        }
        return model;
    }

    @Test
    void findsTheFormulaOfAPool() {
        for (long seed = 0; seed < SEEDS; seed++) {
            OnlineRegression model = learned(seed, 0);
            for (ModelScore score : model.scores()) {
                assertThat(score.absoluteError()).as("seed %d, %s", seed, score).isLessThan(1);
                assertThat(score.skill()).as("seed %d, %s", seed, score).isGreaterThan(0.97);
            }
            double impact = model.predict("deep ETH-USDC", PriceImpact.features(5e4, 1e7, 3))
                    .value();
            assertThat(impact).isCloseTo(50 + FEE_BPS, within(0.1));
        }
    }

    @Test
    void findsTheLargestSizeThatTheFormulaAllows() {
        OnlineRegression model = learned(1, 0);
        DoubleUnaryOperator impact = size -> model.predict("thin ETH-USDC", PriceImpact.features(size, 1e6, 3))
                .value();
        for (double target : new double[] {35, 50, 100}) {
            double exact = 1e6 * (target - FEE_BPS) / 10_000;
            assertThat(PriceImpact.largestWithin(target, impact, 10, 1e5).orElseThrow())
                    .as("target %s bp", target)
                    .isCloseTo(exact, within(0.02 * exact + 10));
        }
    }

    @Test
    void boundsOfTheSizeAreKept() {
        assertThat(PriceImpact.largestWithin(5, size -> size, 1, 3)).hasValue(3);
        assertThat(PriceImpact.largestWithin(0.5, size -> size, 1, 3)).isEmpty();
        assertThat(PriceImpact.largestWithin(5, size -> size, 1, 0.5)).isEmpty();
        assertThat(PriceImpact.largestWithin(2, size -> size, 1, 3).orElseThrow())
                .isCloseTo(2, within(1e-9));
    }

    @Test
    void theBarsOfErrorHoldTheNoise() {
        ModelScore all = learned(2, 2).scores().getFirst();
        assertThat(all.covered()).isCloseTo(0.8, within(0.06));
        Prediction predicted = learned(2, 2).predict("deep ETH-USDC", PriceImpact.features(1e4, 1e7, 3));
        assertThat(predicted.error()).isCloseTo(1.28 * 2, within(0.5));
    }

    @Test
    void aSideIsCountedAsACost() {
        assertThat(PriceImpact.ofFill(true, 101, 100)).isCloseTo(100, within(1e-9));
        assertThat(PriceImpact.ofFill(false, 99, 100)).isCloseTo(100, within(1e-9));
        assertThat(PriceImpact.ofFill(false, 101, 100)).isCloseTo(-100, within(1e-9));
        assertThat(PriceImpact.group("spot-ETH", "ETH-USDC")).isEqualTo("spot-ETH ETH-USDC");
        assertThat(PriceImpact.group("pool", "pool")).isEqualTo("pool");
    }
}
