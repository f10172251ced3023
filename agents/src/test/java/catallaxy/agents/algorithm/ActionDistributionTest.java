package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class ActionDistributionTest {
    private static final int ROWS = 20_000;
    private static final float[] LOGITS = {0.5f, -1, 2, 0.3f, 0};
    private static final int[] SIZES = {3, 2};
    private static final boolean[] ALL = {true, true, true, true, true};
    private static final boolean[] NOT_THE_THIRD = {true, true, false, true, true};

    @Test
    void choicesAreDrawnBySoftmax() {
        checkCategorical(ALL, new double[] {0.17529, 0.03911, 0.78560, 0.57444, 0.42556});
    }

    @Test
    void forbiddenChoicesAreNeverDrawn() {
        checkCategorical(NOT_THE_THIRD, new double[] {0.81757, 0.18243, 0, 0.57444, 0.42556});
    }

    private static void checkCategorical(boolean[] allowed, double[] expected) {
        ActionDistribution distribution = new CategoricalDistribution(new ActionSpace.Discrete(SIZES));
        RandomStream random = RandomStream.of(1, "test");
        float[] actions = new float[SIZES.length];
        double[] counts = new double[LOGITS.length];
        for (int i = 0; i < ROWS; i++) {
            double drawn = distribution.sample(LOGITS, allowed, 0, actions, 0, random);
            int first = (int) actions[0];
            int second = SIZES[0] + (int) actions[1];
            double wanted = Math.log(expected[first]) + Math.log(expected[second]);
            assertThat(drawn).isCloseTo(wanted, within(1e-3));
            assertThat(distribution.score(LOGITS, 0, allowed, actions, 0)).isCloseTo(drawn, within(1e-6));
            counts[first]++;
            counts[second]++;
        }
        double entropy = 0;
        for (int j = 0; j < counts.length; j++) {
            double deviation = Math.sqrt(expected[j] * (1 - expected[j]) / ROWS);
            assertThat(counts[j] / ROWS).isCloseTo(expected[j], within(4 * deviation + 1e-12));
            entropy -= expected[j] > 0 ? expected[j] * Math.log(expected[j]) : 0;
        }
        assertThat(distribution.entropy()).isCloseTo(entropy, within(1e-4));
    }

    @Test
    void whereNothingIsAllowedTheFirstChoiceIsCertain() {
        ActionDistribution distribution = new CategoricalDistribution(new ActionSpace.Discrete(SIZES));
        float[] actions = new float[SIZES.length];
        boolean[] none = new boolean[LOGITS.length];
        assertThat(distribution.sample(LOGITS, none, 0, actions, 0, RandomStream.of(1, "test")))
                .isZero();
        assertThat(actions).containsExactly(0, 0);
        float[] derivatives = new float[LOGITS.length];
        distribution.score(LOGITS, 0, none, actions, 0);
        distribution.differentiate(1, 1, derivatives);
        assertThat(derivatives).containsOnly(0);
    }

    @Test
    void quantitiesAreDrawnAsGaussians() {
        ActionDistribution distribution = gaussian(true);
        float[] outputs = {0.3f, -0.2f, -0.5f, 0.1f};
        float[] actions = new float[2];
        RandomStream random = RandomStream.of(2, "test");
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            double drawn = distribution.sample(outputs, ALL, 0, actions, 0, random);
            assertThat(distribution.score(outputs, 0, ALL, actions, 0)).isCloseTo(drawn, within(1e-5));
            double wanted = logDensity(actions[0], 0.3, -0.5) + logDensity(actions[1], -0.2, 0.1);
            assertThat(drawn).isCloseTo(wanted, within(1e-4));
            double deviation = actions[0] - outputs[0];
            sum += deviation;
            squares += deviation * deviation;
        }
        double std = Math.exp(-0.5);
        assertThat(sum / ROWS).isCloseTo(0, within(4 * std / Math.sqrt(ROWS)));
        assertThat(squares / ROWS / (std * std)).isCloseTo(1, within(4 * Math.sqrt(2.0 / ROWS)));
        assertThat(distribution.entropy()).isCloseTo(1 + Math.log(2 * Math.PI) - 0.4, within(1e-6));
    }

    private static double logDensity(double x, double mean, double logStd) {
        double z = (x - mean) / Math.exp(logStd);
        return -0.5 * z * z - logStd - 0.5 * Math.log(2 * Math.PI);
    }

    @Test
    void aForbiddenQuantityDoesNotCountInTheProbability() {
        ActionDistribution distribution = gaussian(true);
        float[] outputs = {0, 0, -0.5f, -0.5f};
        boolean[] allowed = {true, false};
        float[] actions = new float[2];
        double drawn = distribution.sample(outputs, allowed, 0, actions, 0, RandomStream.of(2, "test"));
        assertThat(drawn).isCloseTo(logDensity(actions[0], 0, -0.5), within(1e-5));
        assertThat(distribution.score(outputs, 0, allowed, actions, 0)).isCloseTo(drawn, within(1e-5));
        float[] derivatives = new float[4];
        distribution.differentiate(1, 0, derivatives);
        assertThat(derivatives[1]).isZero();
        assertThat(derivatives[3]).isZero();
    }

    @Test
    void scheduledDeviationsFollowTheTimeThatIsLeft() {
        ActionDistribution distribution = gaussian(false);
        distribution.refresh(0.5);
        double density = distribution.score(new float[2], 0, ALL, new float[2], 0);
        assertThat(density).isCloseTo(2 * logDensity(0, 0, -0.75), within(1e-6));
    }

    /** Differences of log-probability and entropy to either side of each output. */
    @Test
    void derivativesAreThoseOfDifferences() {
        ActionDistribution choices = new CategoricalDistribution(new ActionSpace.Discrete(SIZES));
        checkDerivatives(choices, LOGITS, ALL, new float[] {1, 1});
        checkDerivatives(choices, LOGITS, NOT_THE_THIRD, new float[] {1, 0});
        float[] outputs = {0.3f, -0.2f, -0.5f, 0.1f};
        checkDerivatives(gaussian(true), outputs, ALL, new float[] {-0.4f, 0.9f});
        checkDerivatives(gaussian(true), outputs, new boolean[] {false, true}, new float[] {-0.4f, 0.9f});
        checkDerivatives(gaussian(false), new float[] {0.3f, -0.2f}, ALL, new float[] {-0.4f, 0.9f});
    }

    private static void checkDerivatives(
            ActionDistribution distribution, float[] outputs, boolean[] allowed, float[] actions) {
        float[] derivatives = new float[outputs.length];
        weighted(distribution, outputs, allowed, actions);
        distribution.differentiate(0.7, 0.2, derivatives);
        for (int j = 0; j < outputs.length; j++) {
            float width = 1f / 256;
            float[] above = outputs.clone();
            above[j] += width;
            float[] below = outputs.clone();
            below[j] -= width;
            double slope =
                    (weighted(distribution, above, allowed, actions) - weighted(distribution, below, allowed, actions))
                            / (above[j] - below[j]);
            assertThat((double) derivatives[j]).isCloseTo(slope, within(1e-4));
        }
    }

    private static double weighted(
            ActionDistribution distribution, float[] outputs, boolean[] allowed, float[] actions) {
        double logProbability = distribution.score(outputs, 0, allowed, actions, 0);
        return 0.7 * logProbability + 0.2 * distribution.entropy();
    }

    private static ActionDistribution gaussian(boolean learned) {
        ActionSpace.Continuous space = new ActionSpace.Continuous(new float[] {0, -2}, new float[] {1, 2});
        return new GaussianDistribution(space, new ParameterLayout(), new LogStd(learned, -0.5, -1));
    }
}
