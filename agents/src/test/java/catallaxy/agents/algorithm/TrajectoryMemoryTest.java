package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Two worlds: step t of world i is seen as 10 t + i, earns t + 1, and is worth 100 t + i to a search. */
class TrajectoryMemoryTest {
    private static final int WORLDS = 2;
    private static final int ACTIONS = 3;
    private static final int RETURN_STEPS = 3;
    private static final double DISCOUNT = 0.5;
    private static final double TAIL = 64;

    /** How a step ends. */
    private enum End {
        GOES_ON,
        TERMINATED,
        TRUNCATED
    }

    private static TrajectoryMemory memory(int size) {
        return new TrajectoryMemory(size, WORLDS, 1, ACTIONS, RETURN_STEPS, DISCOUNT);
    }

    private static TrajectoryMemory filled(int size, End... ends) {
        TrajectoryMemory memory = memory(size);
        for (int t = 0; t < ends.length; t++) {
            add(memory, t, ends[t]);
        }
        return memory;
    }

    /** World 1 always goes on. */
    private static void add(TrajectoryMemory memory, int t, End end) {
        float[] seen = {10 * t, 10 * t + 1};
        VectorStep result = new VectorStep(WORLDS, 1, ACTIONS);
        for (int world = 0; world < WORLDS; world++) {
            float[] policy = new float[ACTIONS];
            policy[t % ACTIONS] = 1;
            memory.acted(world, seen, t % ACTIONS);
            memory.found(memory.present(world), policy, 100 * t + world);
            result.rewards()[world] = (t + 1) / 2.0;
        }
        result.terminated()[0] = end == End.TERMINATED;
        result.truncated()[0] = end == End.TRUNCATED;
        memory.put(result, 2, new double[] {end == End.TRUNCATED ? TAIL : 0, 0});
    }

    @Test
    void returnsSumRewardsAndWhatTheSearchFoundAfterwards() {
        TrajectoryMemory memory =
                filled(100, End.GOES_ON, End.GOES_ON, End.GOES_ON, End.GOES_ON, End.GOES_ON, End.GOES_ON);
        assertThat(memory.returnFrom(1, 0)).isEqualTo(2 + 0.5 * 3 + 0.25 * 4 + 0.125 * 400);
        assertThat(memory.returnFrom(1, 1)).isEqualTo(2 + 0.5 * 3 + 0.25 * 4 + 0.125 * 401);
        assertThat(memory.returnFrom(4, 0)).as("to the present").isEqualTo(5 + 0.5 * 500);
        assertThat(memory.returnFrom(5, 0)).as("at present").isEqualTo(500);
    }

    @Test
    void returnsStopWhereTheEpisodeDoes() {
        TrajectoryMemory ended = filled(100, End.GOES_ON, End.GOES_ON, End.TERMINATED, End.GOES_ON, End.GOES_ON);
        assertThat(ended.returnFrom(1, 0)).isEqualTo(2 + 0.5 * 3);
        assertThat(ended.returnFrom(2, 0)).isEqualTo(3);
        TrajectoryMemory cut = filled(100, End.GOES_ON, End.GOES_ON, End.TRUNCATED, End.GOES_ON, End.GOES_ON);
        assertThat(cut.returnFrom(1, 0)).isEqualTo(2 + 0.5 * 3 + 0.25 * TAIL);
        assertThat(cut.returnFrom(1, 1)).as("the other world").isEqualTo(2 + 0.5 * 3 + 0.25 * 4 + 0.125 * 401);
    }

    /** Draws pieces until one begins at step 1 of world 0. */
    private static UnrollBatch pieceFrom1(TrajectoryMemory memory) {
        RandomStream random = RandomStream.of(5, "test");
        UnrollBatch batch = UnrollBatch.of(1, 4, 1, ACTIONS);
        do {
            memory.sample(random, batch);
        } while (batch.observations()[0] != 10);
        return batch;
    }

    @Test
    void afterTheEndNothingIsEarnedWhateverIsDone() {
        UnrollBatch batch = pieceFrom1(filled(100, End.GOES_ON, End.GOES_ON, End.TERMINATED, End.GOES_ON, End.GOES_ON));
        assertThat(batch.rewards()).containsExactly(2, 3, 0, 0);
        assertThat(batch.values()).containsExactly(3.5, 3, 0, 0, 0);
        assertThat(batch.moves()).startsWith(1, 2);
        assertThat(batch.policies()).startsWith(0, 1, 0, 0, 0, 1);
        for (int i = 2 * ACTIONS; i < 5 * ACTIONS; i++) {
            assertThat(batch.policies()[i]).isZero();
        }
    }

    @Test
    void beyondACutAndThePresentNothingIsKnown() {
        UnrollBatch cut = pieceFrom1(filled(100, End.GOES_ON, End.GOES_ON, End.TRUNCATED, End.GOES_ON, End.GOES_ON));
        assertThat(cut.rewards()).containsExactly(2, 3, Double.NaN, Double.NaN);
        assertThat(cut.values()[1]).isEqualTo(3 + 0.5 * TAIL);
        assertThat(cut.values()[2]).isNaN();
        UnrollBatch present = pieceFrom1(filled(100, End.GOES_ON, End.GOES_ON, End.GOES_ON));
        assertThat(present.rewards()).containsExactly(2, 3, Double.NaN, Double.NaN);
        assertThat(present.values()[1]).isEqualTo(200);
        assertThat(present.values()[2]).isNaN();
    }

    @Test
    void everyStepIsDrawnAboutAsOftenAndTheOldestAreForgotten() {
        End[] ends = new End[20];
        Arrays.fill(ends, End.GOES_ON);
        TrajectoryMemory memory = filled(8 * WORLDS, ends);
        assertThat(memory.size()).isEqualTo(8 * WORLDS);
        UnrollBatch batch = UnrollBatch.of(16_000, 1, 1, ACTIONS);
        memory.sample(RandomStream.of(1, "test"), batch);
        int[] drawn = new int[20 * 10];
        for (float each : batch.observations()) {
            drawn[(int) each]++;
        }
        for (int t = 0; t < 20; t++) {
            for (int world = 0; world < WORLDS; world++) {
                if (t < 12) {
                    assertThat(drawn[10 * t + world]).isZero();
                } else {
                    assertThat((double) drawn[10 * t + world]).isCloseTo(1_000, within(150.0));
                }
            }
        }
    }

    @Test
    void whatIsSearchedAnewTakesTheOldOnesPlace() {
        TrajectoryMemory memory = filled(100, End.GOES_ON, End.GOES_ON, End.GOES_ON);
        float[] seen = new float[2];
        boolean[] allowed = new boolean[2 * ACTIONS];
        memory.copy(2, seen, allowed, 1);
        assertThat(seen).containsExactly(0, 10);
        assertThat(allowed).containsExactly(false, false, false, false, true, false);
        memory.found(2, new float[] {0.25f, 0.75f, 0}, 7);
        assertThat(memory.returnFrom(0, 1)).as("the other world").isEqualTo(1 + 0.5 * 2 + 0.25 * 201);
        assertThat(pieceFrom1(memory).policies()).startsWith(0.25f, 0.75f, 0);
    }

    @Test
    void aValueThatNobodySearchedIsNotKnown() {
        TrajectoryMemory memory = filled(100, End.GOES_ON, End.GOES_ON, End.GOES_ON, End.GOES_ON, End.GOES_ON);
        memory.found(6, new float[] {1, 0, 0}, Double.NaN);
        assertThat(memory.returnFrom(0, 0)).isNaN();
        assertThat(memory.returnFrom(1, 0)).isEqualTo(2 + 0.5 * 3 + 0.25 * 4 + 0.125 * 400);
    }

    @Test
    void savedItDrawsTheSame() {
        End[] ends = {End.GOES_ON, End.TERMINATED, End.GOES_ON, End.TRUNCATED, End.GOES_ON, End.GOES_ON};
        for (int size : new int[] {8, 100}) {
            TrajectoryMemory saved = filled(size, ends);
            StateWriter out = new StateWriter();
            saved.save(out);
            TrajectoryMemory loaded = memory(size);
            StateReader in = new StateReader(out.toBytes());
            loaded.load(in);
            in.end();
            add(saved, ends.length, End.GOES_ON);
            add(loaded, ends.length, End.GOES_ON);
            UnrollBatch expected = UnrollBatch.of(50, 3, 1, ACTIONS);
            UnrollBatch found = UnrollBatch.of(50, 3, 1, ACTIONS);
            saved.sample(RandomStream.of(2, "test"), expected);
            loaded.sample(RandomStream.of(2, "test"), found);
            assertThat(found.observations()).isEqualTo(expected.observations());
            assertThat(found.moves()).isEqualTo(expected.moves());
            assertThat(found.rewards()).isEqualTo(expected.rewards());
            assertThat(found.values()).isEqualTo(expected.values());
            assertThat(found.policies()).isEqualTo(expected.policies());
        }
    }

    @Test
    void oneThatACheckpointCouldNotHoldIsRefused() {
        assertThatThrownBy(() -> memory(2_000_000_000))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("buffer-size");
    }
}
