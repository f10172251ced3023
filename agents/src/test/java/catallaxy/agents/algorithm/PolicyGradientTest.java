package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.market.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient against differences of the loss that {@link PolicyGradient} reports. */
class PolicyGradientTest {
    private static final int ROWS = 12;
    private static final int FEATURES = 3;
    private static final double VALUE_COEFFICIENT = 0.5;
    private static final double ENTROPY_COEFFICIENT = 0.1;
    private static final int[] VISITS = {11, 3, 0, 7, 8, 1, 2, 5, 4, 9, 10, 6};

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isThatOfDifferences(boolean discrete) {
        check(discrete, A2c.GAIN);
        check(discrete, new Ppo.Clipped(0.2));
    }

    private static void check(boolean discrete, PolicyGradient.Gain gain) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                ActorCritic networks = networks(discrete, compute)) {
            PolicyGradient gradient =
                    new PolicyGradient(rollout(discrete), networks, VALUE_COEFFICIENT, ENTROPY_COEFFICIENT);
            float[] theta = networks.theta().toArray();
            double[] slopes = new double[theta.length];
            double squares = 0;
            for (int i = 0; i < theta.length; i++) {
                float width = 1f / 128;
                slopes[i] = (loss(networks, gradient, gain, theta, i, width)
                                - loss(networks, gradient, gain, theta, i, -width))
                        / (2 * width);
                squares += slopes[i] * slopes[i];
            }
            networks.theta().set(theta);
            networks.adam().step(0, 1);
            gradient.add(VISITS, 0, ROWS, false, gain);
            double length = networks.adam().step(1e-3, 1e9);
            assertThat(length).isCloseTo(Math.sqrt(squares), within(0.02 * Math.sqrt(squares)));
        }
    }

    private static double loss(
            ActorCritic networks,
            PolicyGradient gradient,
            PolicyGradient.Gain gain,
            float[] theta,
            int changed,
            float width) {
        float[] moved = theta.clone();
        moved[changed] += width;
        networks.theta().set(moved);
        PolicyGradient.Parts parts = gradient.add(VISITS, 0, ROWS, false, gain);
        return -parts.gain() + VALUE_COEFFICIENT * parts.value() - ENTROPY_COEFFICIENT * parts.entropy();
    }

    @Test
    void goesDownhill() {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1);
                ActorCritic networks = networks(true, compute)) {
            PolicyGradient gradient =
                    new PolicyGradient(rollout(true), networks, VALUE_COEFFICIENT, ENTROPY_COEFFICIENT);
            double first = Double.NaN;
            double last = Double.NaN;
            for (int i = 0; i < 200; i++) {
                PolicyGradient.Parts parts = gradient.add(VISITS, 0, ROWS, false, A2c.GAIN);
                last = -parts.gain() + VALUE_COEFFICIENT * parts.value() - ENTROPY_COEFFICIENT * parts.entropy();
                first = i == 0 ? last : first;
                networks.adam().step(1e-3, 1e9);
            }
            assertThat(last).isLessThan(first - 0.1);
        }
    }

    @Test
    void theClippedGainIsTheLesserOfTwoAndItsSlopeThatOfDifferences() {
        PolicyGradient.Gain gain = new Ppo.Clipped(0.2);
        for (double logRatio : new double[] {-0.5, -0.21, -0.1, 0, 0.1, 0.17, 0.3}) {
            for (double advantage : new double[] {-2, 0.7}) {
                double found = gain.of(0, advantage, gain.slope(logRatio, advantage));
                assertThat(found).isCloseTo(clipped(logRatio, advantage), within(1e-12));
                double slope = (clipped(logRatio + 1e-6, advantage) - clipped(logRatio - 1e-6, advantage)) / 2e-6;
                assertThat(gain.slope(logRatio, advantage)).isCloseTo(slope, within(1e-6));
            }
        }
    }

    private static double clipped(double logRatio, double advantage) {
        double ratio = Math.exp(logRatio);
        return Math.min(ratio * advantage, Math.clamp(ratio, 0.8, 1.2) * advantage);
    }

    private static ActorCritic networks(boolean discrete, Compute compute) {
        ActionSpace space = discrete
                ? new ActionSpace.Discrete(new int[] {3, 2})
                : new ActionSpace.Continuous(new float[] {-1, 0}, new float[] {1, 2});
        PolicyShape shape = new PolicyShape(List.of(5), Activation.TANH, new LogStd(true, -0.5, 0));
        return new ActorCritic(shape, FEATURES, space, compute, RandomStream.of(1, "test"));
    }

    private static Rollout rollout(boolean discrete) {
        Rollout rollout = new Rollout(3, 4, FEATURES, 2, discrete ? 5 : 2);
        RandomStream random = RandomStream.of(2, "test");
        Arrays.fill(rollout.masks, true);
        rollout.masks[1] = false;
        for (int i = 0; i < rollout.observations.length; i++) {
            rollout.observations[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < ROWS; i++) {
            rollout.actions[2 * i] = discrete ? 2 * (i % 2) : (float) random.nextGaussian();
            rollout.actions[2 * i + 1] = discrete ? i % 2 : (float) random.nextGaussian();
            rollout.logProbabilities[i] = discrete ? -1.8f : -2.5f;
            rollout.advantages[i] = (float) random.nextGaussian();
            rollout.returns[i] = (float) random.nextGaussian();
        }
        return rollout;
    }
}
