package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.agents.network.HostTensor;
import catallaxy.agents.network.ParameterLayout;
import catallaxy.agents.network.ParameterVector;
import catallaxy.environment.market.random.RandomStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionDistributionTest {
    private static final int ROWS = 20_000;
    private static final float[] LOGITS = {0.5f, -1, 2, 0.3f, 0};
    private static final int[] SIZES = {3, 2};

    private Compute compute;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
    }

    @AfterEach
    void close() {
        compute.close();
    }

    @Test
    void choicesAreDrawnBySoftmaxAndScoredAlikeOnBothSides() {
        boolean[] allowed = {true, true, true, true, true};
        checkCategorical(allowed, new double[] {0.17585, 0.03924, 0.78812, 0.57444, 0.42556});
    }

    @Test
    void forbiddenChoicesAreNeverDrawn() {
        boolean[] allowed = {true, true, false, true, true};
        checkCategorical(allowed, new double[] {0.81757, 0.18243, 0, 0.57444, 0.42556});
    }

    private void checkCategorical(boolean[] allowed, double[] expected) {
        CategoricalDistribution distribution = new CategoricalDistribution(new ActionSpace.Discrete(SIZES));
        RandomStream random = RandomStream.of(1, "test");
        float[] actions = new float[ROWS * SIZES.length];
        float[] encoded = new float[ROWS * LOGITS.length];
        float[] logProbabilities = new float[ROWS];
        double[] counts = new double[LOGITS.length];
        for (int i = 0; i < ROWS; i++) {
            logProbabilities[i] = distribution.sample(LOGITS, allowed, 0, actions, i, random);
            distribution.encode(actions, i, encoded, i * LOGITS.length);
            counts[(int) actions[i * 2]]++;
            counts[SIZES[0] + (int) actions[i * 2 + 1]]++;
        }
        for (int j = 0; j < counts.length; j++) {
            double deviation = Math.sqrt(expected[j] * (1 - expected[j]) / ROWS);
            assertThat(counts[j] / ROWS).isCloseTo(expected[j], within(4 * deviation + 1e-12));
        }
        compare(distribution, repeated(LOGITS), encoded, repeated(allowed), logProbabilities);
    }

    @Test
    void quantitiesAreDrawnAsGaussiansAndScoredAlikeOnBothSides() {
        ParameterLayout layout = new ParameterLayout();
        ActionSpace.Continuous space = new ActionSpace.Continuous(new float[] {0, -2}, new float[] {1, 2});
        GaussianDistribution distribution = new GaussianDistribution(space, layout, new LogStd(true, -0.5, 0));
        ParameterVector theta = layout.build(compute, RandomStream.of(1, "test"));
        float[] means = {0.3f, -0.2f};
        float[] actions = new float[ROWS * 2];
        float[] logProbabilities = new float[ROWS];
        boolean[] allowed = {true, true};
        RandomStream random = RandomStream.of(2, "test");
        try (NDManager scope = compute.scope()) {
            distribution.refresh(theta.constants(scope), 1);
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            logProbabilities[i] = distribution.sample(means, allowed, 0, actions, i, random);
            double deviation = actions[2 * i] - means[0];
            sum += deviation;
            squares += deviation * deviation;
        }
        double std = Math.exp(-0.5);
        assertThat(sum / ROWS).isCloseTo(0, within(4 * std / Math.sqrt(ROWS)));
        assertThat(squares / ROWS / (std * std)).isCloseTo(1, within(4 * Math.sqrt(2.0 / ROWS)));
        try (NDManager scope = compute.scope()) {
            NDList views = theta.constants(scope);
            ActionDistribution.Terms terms = distribution.terms(
                    views,
                    new HostTensor(2).fill(repeated(means), ROWS, scope),
                    new HostTensor(2).fill(actions, ROWS, scope),
                    new NDList());
            close(terms.logProbability().toFloatArray(), logProbabilities);
            double entropy = 2 * (0.5 + 0.5 * Math.log(2 * Math.PI) - 0.5);
            assertThat((double) terms.entropy().getFloat()).isCloseTo(entropy, within(1e-5));
        }
    }

    @Test
    void aForbiddenQuantityDoesNotCountInTheProbability() {
        ParameterLayout layout = new ParameterLayout();
        ActionSpace.Continuous space = new ActionSpace.Continuous(new float[] {-1, -1}, new float[] {1, 1});
        GaussianDistribution distribution = new GaussianDistribution(space, layout, new LogStd(true, -0.5, 0));
        ParameterVector theta = layout.build(compute, RandomStream.of(1, "test"));
        float[] actions = new float[2];
        try (NDManager scope = compute.scope()) {
            NDList views = theta.constants(scope);
            distribution.refresh(views, 1);
            boolean[] allowed = {true, false};
            float drawn = distribution.sample(new float[] {0, 0}, allowed, 0, actions, 0, RandomStream.of(2, "test"));
            NDList masks = new NDList(new HostTensor(2).fill(new float[] {1, 0}, 1, scope));
            ActionDistribution.Terms terms = distribution.terms(
                    views,
                    new HostTensor(2).fill(new float[2], 1, scope),
                    new HostTensor(2).fill(actions, 1, scope),
                    masks);
            double noise = actions[0] / Math.exp(-0.5);
            double expected = -0.5 * noise * noise + 0.5 - 0.5 * Math.log(2 * Math.PI);
            assertThat((double) drawn).isCloseTo(expected, within(1e-5));
            assertThat((double) terms.logProbability().toFloatArray()[0]).isCloseTo(expected, within(1e-5));
        }
    }

    private void compare(
            ActionDistribution distribution,
            float[] outputs,
            float[] encoded,
            float[] masks,
            float[] logProbabilities) {
        int width = LOGITS.length;
        try (NDManager scope = compute.scope()) {
            ActionDistribution.Terms terms = distribution.terms(
                    new NDList(),
                    new HostTensor(width).fill(outputs, ROWS, scope),
                    new HostTensor(width).fill(encoded, ROWS, scope),
                    new NDList(new HostTensor(width).fill(masks, ROWS, scope)));
            close(terms.logProbability().toFloatArray(), logProbabilities);
        }
    }

    private static void close(float[] found, float[] expected) {
        for (int i = 0; i < found.length; i++) {
            assertThat((double) found[i]).isCloseTo(expected[i], within(2e-5));
        }
    }

    private static float[] repeated(float[] row) {
        float[] all = new float[ROWS * row.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = row[i % row.length];
        }
        return all;
    }

    private static float[] repeated(boolean[] row) {
        float[] values = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            values[i] = row[i] ? 1 : 0;
        }
        return repeated(values);
    }
}
