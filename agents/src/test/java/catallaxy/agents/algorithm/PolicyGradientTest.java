package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Activation;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The gradient against differences of the loss that {@link PolicyGradient} reports. */
class PolicyGradientTest {
    private static final int ROWS = 12;
    private static final int FEATURES = 3;
    private static final int[] VISITS = {11, 3, 0, 7, 8, 1, 2, 5, 4, 9, 10, 6};

    /** The loss and where it is differentiated. */
    private record Loss(PolicyGradient.Gain gain, double valueCoefficient, double entropyCoefficient) {
        double of(PolicyGradient.Parts parts) {
            return -parts.gain() + valueCoefficient * parts.value() - entropyCoefficient * parts.entropy();
        }

        PolicyGradient gradient(boolean discrete, ActorCritic networks) {
            return new PolicyGradient(rollout(discrete), networks, valueCoefficient, entropyCoefficient);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isThatOfDifferences(boolean discrete) {
        check(discrete, new Loss(A2c.GAIN, 0.5, 0.1));
        check(discrete, new Loss(new Ppo.Clipped(0.2), 0.5, 0.1));
        check(discrete, new Loss(new Ppo.Clipped(0.2), 0, 5));
    }

    /** Length by what the optimiser says, signs by where its first step goes. */
    private static void check(boolean discrete, Loss loss) {
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            float[] theta = parameters(discrete, compute);
            double[] slopes = slopes(discrete, loss, theta, compute);
            try (ActorCritic networks = networks(discrete, compute)) {
                networks.theta().set(theta);
                loss.gradient(discrete, networks).add(VISITS, 0, ROWS, false, loss.gain());
                double length = networks.adam().step(1e-3, 1e9);
                double expected =
                        Math.sqrt(Arrays.stream(slopes).map(each -> each * each).sum());
                assertThat(length).isCloseTo(expected, within(0.02 * expected));
                float[] moved = networks.theta().toArray();
                for (int i = 0; i < theta.length; i++) {
                    if (Math.abs(slopes[i]) > 0.02 * expected) {
                        assertThat(Math.signum(theta[i] - moved[i])).isEqualTo((float) Math.signum(slopes[i]));
                    }
                }
            }
        }
    }

    /** Away from where the networks begin: there all choices are as probable and the entropy is flat. */
    private static float[] parameters(boolean discrete, Compute compute) {
        try (ActorCritic networks = networks(discrete, compute)) {
            float[] theta = networks.theta().toArray();
            RandomStream random = RandomStream.of(3, "test");
            for (int i = 0; i < theta.length; i++) {
                theta[i] += (float) (0.3 * random.nextGaussian());
            }
            return theta;
        }
    }

    private static double[] slopes(boolean discrete, Loss loss, float[] theta, Compute compute) {
        try (ActorCritic networks = networks(discrete, compute)) {
            PolicyGradient gradient = loss.gradient(discrete, networks);
            double[] slopes = new double[theta.length];
            for (int i = 0; i < theta.length; i++) {
                double width = 1.0 / 128;
                slopes[i] = (moved(networks, gradient, loss, theta, i, width)
                                - moved(networks, gradient, loss, theta, i, -width))
                        / (2 * width);
            }
            return slopes;
        }
    }

    private static double moved(
            ActorCritic networks, PolicyGradient gradient, Loss loss, float[] theta, int changed, double width) {
        float[] moved = theta.clone();
        moved[changed] += (float) width;
        networks.theta().set(moved);
        return loss.of(gradient.add(VISITS, 0, ROWS, false, loss.gain()));
    }

    @Test
    void theClippedGainIsTheLesserOfTwoAndItsSlopeThatOfDifferences() {
        PolicyGradient.Gain gain = new Ppo.Clipped(0.2);
        for (double logRatio : new double[] {-800, -0.5, -0.21, -0.1, 0, 0.1, 0.17, 0.3}) {
            for (double advantage : new double[] {-2, 0.7}) {
                double found = gain.of(0, logRatio, advantage, gain.slope(logRatio, advantage));
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
