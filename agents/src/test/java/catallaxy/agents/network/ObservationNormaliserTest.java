package catallaxy.agents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Features normalised each by its own moments, against two passes over all that was seen. */
class ObservationNormaliserTest {
    private static final int FEATURES = 3;

    private static float[] rows(RandomStream random, int rows) {
        float[] values = new float[rows * FEATURES];
        for (int i = 0; i < values.length; i++) {
            int f = i % FEATURES;
            values[i] = (float) (100 * f + (f + 1) * random.nextGaussian());
        }
        return values;
    }

    private static float[] normalised(ObservationNormaliser normaliser, float... observations) {
        float[] out = new float[observations.length];
        normaliser.normalise(observations, observations.length / FEATURES, out);
        return out;
    }

    @Test
    void hasSeenNothingAtFirst() {
        ObservationNormaliser normaliser = new ObservationNormaliser(FEATURES, true);
        assertThat(normalised(normaliser, -2, 0, 9.5f)).containsExactly(-2, 0, 9.5f);
        assertThat(normalised(normaliser, -11, 0, 1e9f)).as("clipped").containsExactly(-10, 0, 10);
    }

    @Test
    void disabledItPassesEverythingThrough() {
        ObservationNormaliser normaliser = new ObservationNormaliser(FEATURES, false);
        normaliser.update(new float[] {5, 6, 7}, 1);
        assertThat(normalised(normaliser, -11, 0, 1e9f)).containsExactly(-11, 0, 1e9f);
    }

    /** One observation has no variance: it becomes 0, whatever differs from it goes to an end. */
    @Test
    void theFirstObservationReplacesWhatWasAssumed() {
        ObservationNormaliser normaliser = new ObservationNormaliser(FEATURES, true);
        normaliser.update(new float[] {5, 6, 7}, 1);
        assertThat(normalised(normaliser, 5, 7, 6)).containsExactly(0, 10, -10);
    }

    @Test
    void agreesWithTwoPassesInBatchesOfAnySize() {
        for (long seed = 0; seed < 30; seed++) {
            RandomStream random = RandomStream.of(seed, "normaliser");
            ObservationNormaliser normaliser = new ObservationNormaliser(FEATURES, true);
            float[] all = new float[0];
            int batches = 2 + random.nextInt(6);
            for (int i = 0; i < batches; i++) {
                float[] batch = rows(random, 2 + random.nextInt(9));
                normaliser.update(batch, batch.length / FEATURES);
                int seen = all.length;
                all = Arrays.copyOf(all, seen + batch.length);
                System.arraycopy(batch, 0, all, seen, batch.length);
            }
            float[] expected = twoPasses(all);
            assertThat(normalised(normaliser, all)).as("seed " + seed).containsExactly(expected, within(1e-4f));
        }
    }

    private static float[] twoPasses(float[] all) {
        int rows = all.length / FEATURES;
        float[] expected = new float[all.length];
        for (int f = 0; f < FEATURES; f++) {
            double mean = 0;
            for (int i = 0; i < rows; i++) {
                mean += all[i * FEATURES + f] / (double) rows;
            }
            double variance = 0;
            for (int i = 0; i < rows; i++) {
                double deviation = all[i * FEATURES + f] - mean;
                variance += deviation * deviation / rows;
            }
            for (int i = 0; i < rows; i++) {
                expected[i * FEATURES + f] = (float) ((all[i * FEATURES + f] - mean) / Math.sqrt(variance + 1e-8));
            }
        }
        return expected;
    }

    @Test
    void mayWriteOverWhatItReads() {
        ObservationNormaliser normaliser = new ObservationNormaliser(FEATURES, true);
        float[] rows = rows(RandomStream.of(1, "normaliser"), 8);
        normaliser.update(rows, 8);
        float[] expected = normalised(normaliser, rows);
        normaliser.normalise(rows, 8, rows);
        assertThat(rows).containsExactly(expected);
    }

    @Test
    void goesOnFromWhatWasSavedToTheLastBit() {
        RandomStream random = RandomStream.of(2, "normaliser");
        ObservationNormaliser one = new ObservationNormaliser(FEATURES, true);
        one.update(rows(random, 7), 7);
        TensorStore tensors = new TensorStore();
        StateWriter out = new StateWriter();
        one.save(tensors, out);
        assertThat(tensors.notes())
                .containsEntry("normaliser.enabled", true)
                .containsEntry("normaliser.observations", 7L);
        float[] saved = tensors.get("normaliser.shift", FEATURES).clone();
        ObservationNormaliser other = new ObservationNormaliser(FEATURES, true);
        other.load(new StateReader(out.toBytes()));
        float[] later = rows(random, 5);
        assertThat(normalised(other, later)).containsExactly(normalised(one, later));
        one.update(later, 5);
        other.update(later, 5);
        assertThat(normalised(other, later)).containsExactly(normalised(one, later));
        assertThat(tensors.get("normaliser.shift", FEATURES))
                .as("what was saved is a copy")
                .containsExactly(saved);
    }
}
