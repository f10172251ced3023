package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayBufferTest {
    private static final double GAMMA = 0.9;

    /** One step of the only world: observed a number, acted with its negative. */
    private record Lived(float observation, double reward, boolean terminated, boolean truncated, float next) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void transitionsAreThoseOfANaiveTwin(int steps) {
        List<Lived> history = history(200);
        ReplayBuffer buffer = new ReplayBuffer(1000, 1, 1, 1, 0, steps, GAMMA, 2);
        history.forEach(lived -> put(buffer, lived));
        List<float[]> expected = naive(history, steps);
        assertThat(buffer.size()).isEqualTo(expected.size());
        ReplayBatch batch = ReplayBatch.of(1, 1, 1, 0);
        for (int i = 0; i < expected.size(); i++) {
            buffer.copy(i, batch, 0);
            float[] row = expected.get(i);
            assertThat(batch.observations()[0]).isEqualTo(row[0]);
            assertThat(batch.actions()[0]).isEqualTo(-row[0]);
            assertThat(batch.returns()[0]).isCloseTo(row[1], within(1e-5f));
            assertThat(batch.discounts()[0]).isCloseTo(row[2], within(1e-6f));
            assertThat(batch.next()[0]).isEqualTo(row[3]);
        }
    }

    @Test
    void theRingKeepsTheLatest() {
        List<Lived> history = history(50);
        ReplayBuffer buffer = new ReplayBuffer(8, 1, 1, 1, 0, 1, GAMMA, 1);
        history.forEach(lived -> put(buffer, lived));
        assertThat(buffer.size()).isEqualTo(8);
        ReplayBatch batch = ReplayBatch.of(1, 1, 1, 0);
        for (int age = 1; age <= 8; age++) {
            buffer.copy(buffer.recent(age), batch, 0);
            assertThat(batch.observations()[0]).isEqualTo(history.get(50 - age).observation());
        }
    }

    @Test
    void masksOfWhatFollowsAreKeptFromTheFirstForbiddenChoiceOn() {
        ReplayBuffer buffer = new ReplayBuffer(8, 1, 1, 1, 2, 1, GAMMA, 1);
        VectorStep step = new VectorStep(1, 1, 2);
        buffer.put(new float[1], new float[1], step, new boolean[] {true, true});
        buffer.put(new float[1], new float[1], step, new boolean[] {false, true});
        step.truncated()[0] = true;
        buffer.put(new float[1], new float[1], step, new boolean[] {false, true});
        StateWriter out = new StateWriter();
        buffer.save(out);
        ReplayBuffer loaded = new ReplayBuffer(8, 1, 1, 1, 2, 1, GAMMA, 1);
        loaded.load(new StateReader(out.toBytes()));
        for (ReplayBuffer each : List.of(buffer, loaded)) {
            ReplayBatch batch = ReplayBatch.of(3, 1, 1, 2);
            for (int i = 0; i < 3; i++) {
                each.copy(i, batch, i);
            }
            assertThat(batch.nextAllowed()).containsExactly(true, true, false, true, true, true);
        }
    }

    @Test
    void whatWasSavedGoesOnAlike() {
        List<Lived> history = history(60);
        ReplayBuffer one = new ReplayBuffer(16, 1, 1, 1, 0, 4, GAMMA, 1);
        history.subList(0, 30).forEach(lived -> put(one, lived));
        StateWriter out = new StateWriter();
        one.save(out);
        ReplayBuffer other = new ReplayBuffer(16, 1, 1, 1, 0, 4, GAMMA, 1);
        StateReader in = new StateReader(out.toBytes());
        other.load(in);
        in.end();
        for (ReplayBuffer each : List.of(one, other)) {
            history.subList(30, 60).forEach(lived -> put(each, lived));
        }
        ReplayBatch a = ReplayBatch.of(64, 1, 1, 0);
        ReplayBatch b = ReplayBatch.of(64, 1, 1, 0);
        one.sample(RandomStream.of(3, "x"), a);
        other.sample(RandomStream.of(3, "x"), b);
        assertThat(a.observations()).containsExactly(b.observations());
        assertThat(a.returns()).containsExactly(b.returns());
        assertThat(a.next()).containsExactly(b.next());
    }

    private static List<Lived> history(int length) {
        RandomStream random = RandomStream.of(5, "history");
        List<Lived> history = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int end = random.nextInt(10);
            history.add(new Lived(i, random.nextGaussian(), end == 0, end == 1, i + 0.5f));
        }
        return history;
    }

    private static void put(ReplayBuffer buffer, Lived lived) {
        VectorStep step = new VectorStep(1, 1, 0);
        step.rewards()[0] = lived.reward();
        step.terminated()[0] = lived.terminated();
        step.truncated()[0] = lived.truncated();
        step.next()[0] = lived.next();
        buffer.put(new float[] {lived.observation()}, new float[] {-lived.observation()}, step, new boolean[0]);
    }

    /** Looks ahead from every step: {observation, return, discount, next}. */
    private static List<float[]> naive(List<Lived> history, int steps) {
        List<float[]> rows = new ArrayList<>();
        for (int t = 0; t < history.size(); t++) {
            double sum = 0;
            for (int k = 0; k < steps && t + k < history.size(); k++) {
                Lived lived = history.get(t + k);
                sum += Math.pow(GAMMA, k) * 2 * lived.reward();
                boolean ended = lived.terminated() || lived.truncated();
                if (ended || k == steps - 1) {
                    double discount = lived.terminated() ? 0 : Math.pow(GAMMA, k + 1);
                    rows.add(new float[] {history.get(t).observation(), (float) sum, (float) discount, lived.next()});
                    break;
                }
            }
        }
        return rows;
    }
}
