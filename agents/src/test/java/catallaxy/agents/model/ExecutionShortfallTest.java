package catallaxy.agents.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

/** Promises that are kept less the more is promised: what the naive rule does not know and the model finds. */
final class ExecutionShortfallTest {
    @Test
    void findsThatLargePromisesAreKeptLess() {
        OnlineRegression model = new OnlineRegression(ExecutionShortfall.SPEC, new ModelSettings(40, 500, 100, 0.8));
        RandomStream random = RandomStream.of(1, "trades");
        for (int i = 0; i < 600; i++) {
            double spent = 1_000 * Math.exp(random.nextGaussian());
            double promised = spent * 0.002 * random.nextDouble();
            double earned = 0.6 * promised + spent * 1e-4 * random.nextGaussian();
            model.learn(new ModelExample(
                    "pool~book",
                    ExecutionShortfall.features(promised, spent, 0.01, 3),
                    ExecutionShortfall.of(promised, earned, spent)));
        }
        assertThat(model.scores().getFirst().skill()).isGreaterThan(0.5);
        double shortfall = model.predict("pool~book", ExecutionShortfall.features(2, 1_000, 0.01, 3))
                .value();
        assertThat(ExecutionShortfall.left(2, 1_000, shortfall)).isCloseTo(1.2, within(0.05));
    }
}
