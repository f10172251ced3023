package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

/** Transitions of one world that observes 0, 1, 2, … */
class PrioritisedReplayTest {
    private static final int BATCH = 1_000;
    private final VectorStep step = new VectorStep(1, 1, 0);

    private static PrioritisedReplay replay(int capacity, int steps, boolean prioritised) {
        return new PrioritisedReplay(
                new ReplayBuffer(capacity, 1, 1, 1, 0, steps, 0.9, 1),
                prioritised,
                1,
                ReplayBatch.of(BATCH, 1, 1, 0),
                RandomStream.of(1, "replay"));
    }

    private void live(PrioritisedReplay replay, int from, int to) {
        for (int i = from; i < to; i++) {
            replay.put(new float[] {i}, new float[1], step, new boolean[0]);
        }
    }

    /** How much of a batch is of the transition that began at a number. */
    private static double share(PrioritisedReplay replay, float observation) {
        int count = 0;
        for (float each : replay.batch().observations()) {
            count += each == observation ? 1 : 0;
        }
        return (double) count / BATCH;
    }

    /** Learns from all transitions with an error each of its own. */
    private static void learn(PrioritisedReplay replay, double... errors) {
        for (int round = 0; round < 5; round++) {
            replay.sample(1);
            for (int b = 0; b < BATCH; b++) {
                replay.learned(b, errors[(int) replay.batch().observations()[b]]);
            }
        }
        replay.sample(1);
    }

    @Test
    void transitionsAreDrawnAsOftenAsTheyAreSurprising() {
        PrioritisedReplay replay = replay(8, 1, true);
        live(replay, 0, 3);
        assertThat(replay.size()).isEqualTo(3);
        replay.sample(1);
        assertThat(share(replay, 0)).as("new ones are alike").isCloseTo(1.0 / 3, within(2.0 / BATCH));
        learn(replay, 6, -3, 1);
        assertThat(share(replay, 0)).isCloseTo(0.6, within(2.0 / BATCH));
        assertThat(share(replay, 1)).isCloseTo(0.3, within(2.0 / BATCH));
        assertThat(share(replay, 2)).isCloseTo(0.1, within(2.0 / BATCH));
    }

    /** The weights undo the frequencies: at β = 1 each transition counts alike. */
    @Test
    void rareOnesWeighMore() {
        PrioritisedReplay replay = replay(8, 1, true);
        live(replay, 0, 3);
        learn(replay, 6, -3, 1);
        double[] weights = new double[3];
        for (int b = 0; b < BATCH; b++) {
            weights[(int) replay.batch().observations()[b]] = replay.weight(b);
        }
        assertThat(weights).containsExactly(new double[] {1 / 6.0, 1 / 3.0, 1}, within(1e-5));
    }

    @Test
    void withoutPrioritiesAllAreDrawnAlikeAndWeighOne() {
        PrioritisedReplay replay = replay(8, 1, false);
        live(replay, 0, 4);
        learn(replay, 1e6, 0, 0, 0);
        for (int i = 0; i < 4; i++) {
            assertThat(share(replay, i)).as("four standard deviations").isCloseTo(0.25, within(0.055));
        }
        assertThat(replay.weight(0)).isEqualTo(1);
    }

    /** The end of an episode completes all that is waiting at once. */
    @Test
    void whatOneStepCompletesCanAllBeDrawn() {
        PrioritisedReplay replay = replay(8, 3, true);
        live(replay, 0, 2);
        assertThat(replay.size()).isZero();
        step.terminated()[0] = true;
        live(replay, 2, 3);
        assertThat(replay.size()).isEqualTo(3);
        replay.sample(1);
        for (int i = 0; i < 3; i++) {
            assertThat(share(replay, i)).isCloseTo(1.0 / 3, within(2.0 / BATCH));
        }
    }

    @Test
    void whatIsOverwrittenIsAsNew() {
        PrioritisedReplay replay = replay(2, 1, true);
        live(replay, 0, 2);
        learn(replay, 0, 9);
        assertThat(share(replay, 1)).isGreaterThan(0.99);
        live(replay, 2, 3);
        replay.sample(1);
        assertThat(share(replay, 2)).as("in the place of 0, as surprising as 1").isCloseTo(0.5, within(2.0 / BATCH));
    }

    @Test
    void goesOnFromWhereItWasSaved() {
        PrioritisedReplay replay = replay(8, 2, true);
        live(replay, 0, 5);
        learn(replay, 4, 3, 2, 1, 5);
        StateWriter out = new StateWriter();
        replay.save(new TensorStore(), out);
        PrioritisedReplay loaded = replay(8, 2, true);
        StateReader in = new StateReader(out.toBytes());
        loaded.load(in);
        in.end();
        for (PrioritisedReplay each : new PrioritisedReplay[] {replay, loaded}) {
            live(each, 5, 7);
            each.sample(0.5);
        }
        assertThat(loaded.batch().rows()).isEqualTo(replay.batch().rows());
        assertThat(loaded.batch().returns()).isEqualTo(replay.batch().returns());
        assertThat(loaded.weight(17)).isEqualTo(replay.weight(17));
    }
}
