package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.mcts.latent.LatentAnswers;
import catallaxy.mcts.latent.LatentModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MuZeroNetworksTest {
    private static final ModelShape SHAPE = new ModelShape(5, List.of(7), 3);
    private static final int FEATURES = 4;
    private static final int ACTIONS = 3;
    private static final int ROWS = 6;
    private static final double FAR = 1e9;
    /** Short, so that few numerical derivatives meet a corner of ReLU or another extremum of a state. */
    private static final float STEP = 1e-3f;

    private Compute compute;
    private MuZeroNetworks networks;

    @BeforeEach
    void open() {
        compute = Compute.open(DeviceChoice.CPU, 1);
        networks = new MuZeroNetworks(SHAPE, FEATURES, ACTIONS, RandomStream.of(1, "networks"), compute);
        for (int i = 0; i < 20; i++) {
            networks.update(batch(2, i, true), 0.25, 1e-2, FAR);
        }
    }

    @AfterEach
    void close() {
        networks.close();
        compute.close();
    }

    private static float[] gaussians(int size, long seed) {
        RandomStream random = RandomStream.of(seed, "test");
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /** @param all whether policies and values are known, beside rewards */
    private static UnrollBatch batch(int steps, long seed, boolean all) {
        RandomStream random = RandomStream.of(seed, "batch");
        UnrollBatch batch = UnrollBatch.of(ROWS, steps, FEATURES, ACTIONS);
        System.arraycopy(gaussians(ROWS * FEATURES, seed), 0, batch.observations(), 0, ROWS * FEATURES);
        Arrays.setAll(batch.moves(), i -> random.nextInt(ACTIONS));
        Arrays.setAll(batch.rewards(), i -> 2 * random.nextGaussian());
        Arrays.setAll(batch.values(), i -> all ? 4 * random.nextGaussian() : Double.NaN);
        for (int row = 0; all && row < batch.values().length; row++) {
            batch.policies()[row * ACTIONS + random.nextInt(ACTIONS)] = 1;
        }
        return batch;
    }

    private TensorStore saved(StateWriter rest) {
        TensorStore tensors = new TensorStore();
        networks.save(tensors, rest);
        return tensors;
    }

    private static final String MOMENT = "adam.first_moment";

    /** The gradient that an update of length 0 followed: of Adam's first moment it is a tenth. */
    private float[] gradient(TensorStore before, byte[] rest, UnrollBatch batch) {
        networks.load(before, new StateReader(rest));
        networks.update(batch, 0.25, 0, FAR);
        float[] old = before.tensor(MOMENT).values();
        float[] moment = saved(new StateWriter()).tensor(MOMENT).values().clone();
        for (int i = 0; i < moment.length; i++) {
            moment[i] = (moment[i] - 0.9f * old[i]) / 0.1f;
        }
        return moment;
    }

    private double loss(TensorStore at, byte[] rest, UnrollBatch batch) {
        networks.load(at, new StateReader(rest));
        UnrollLoss loss = networks.update(batch, 0.25, 0, FAR);
        return loss.policyLoss() + loss.valueLoss() + loss.rewardLoss();
    }

    /** Asserts that a network's gradient is so much of the numerical one. */
    private void assertGradient(String network, UnrollBatch batch, double share) {
        StateWriter out = new StateWriter();
        TensorStore tensors = saved(out);
        byte[] rest = out.toBytes();
        float[] gradient = gradient(tensors, rest, batch);
        int at = 0;
        double size = 0;
        for (String name : tensors.names().stream()
                .filter(each -> !each.startsWith("adam"))
                .toList()) {
            float[] values = tensors.tensor(name).values();
            for (int i = 0; i < values.length; i++, at++) {
                if (name.startsWith(network) && i % 3 == 0) {
                    float kept = values[i];
                    values[i] = kept + STEP;
                    double above = loss(tensors, rest, batch);
                    values[i] = kept - STEP;
                    double below = loss(tensors, rest, batch);
                    values[i] = kept;
                    double numerical = (above - below) / (2 * STEP);
                    size = Math.max(size, Math.abs(numerical));
                    assertThat((double) gradient[at]).as("%s %s", name, i).isCloseTo(share * numerical, within(1e-3));
                }
            }
        }
        assertThat(size).isGreaterThan(1e-2);
    }

    @Test
    void gradientsAreThoseOfTheLoss() {
        UnrollBatch batch = batch(1, 99, true);
        assertGradient(MuZeroNetworks.PREDICTION, batch, 1);
        assertGradient(MuZeroNetworks.REWARD, batch, 1);
        assertGradient(MuZeroNetworks.DYNAMICS, batch, 1);
    }

    @Test
    void throughAMoveHalfOfTheGradientGoes() {
        assertGradient(MuZeroNetworks.REPRESENTATION, batch(1, 98, false), 0.5);
    }

    @Test
    void inPlainJavaTheyAnswerTheSame() {
        LatentModel frozen = new FrozenModel(saved(new StateWriter()), SHAPE.numbers());
        float[] observations = gaussians(ROWS * FEATURES, 7);
        LatentAnswers expected = networks.begin(observations, ROWS);
        LatentAnswers found = frozen.begin(observations, ROWS);
        int[] moves = {0, 1, 2, 2, 1, 0};
        for (int step = 0; step < 4; step++) {
            assertThat(found.states()).containsExactly(expected.states(), within(1e-4f));
            assertThat(found.logits()).containsExactly(expected.logits(), within(1e-3f));
            assertThat(found.values()).containsExactly(expected.values(), within(1e-3));
            assertThat(found.rewards()).containsExactly(expected.rewards(), within(1e-3));
            expected = networks.advance(expected.states(), moves, ROWS);
            found = frozen.advance(found.states(), moves, ROWS);
        }
        assertThat(frozen.features()).isEqualTo(networks.features()).isEqualTo(FEATURES);
        assertThat(frozen.actions()).isEqualTo(networks.actions()).isEqualTo(ACTIONS);
        assertThat(frozen.width()).isEqualTo(networks.width());
    }

    @Test
    void statesReachFromZeroToOne() {
        float[] states = networks.begin(gaussians(ROWS * FEATURES, 8), ROWS).states();
        for (int row = 0; row < ROWS; row++) {
            float[] state = Arrays.copyOfRange(states, row * SHAPE.latent(), (row + 1) * SHAPE.latent());
            Arrays.sort(state);
            assertThat(state[0]).isZero();
            assertThat(state[state.length - 1]).isCloseTo(1, within(1e-3f));
        }
    }
}
