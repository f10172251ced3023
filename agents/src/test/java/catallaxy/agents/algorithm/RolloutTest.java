package catallaxy.agents.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.VectorStep;
import catallaxy.environment.base.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final int LENGTH = 3;
    private static final int WORLDS = 2;

    private final Rollout rollout = new Rollout(LENGTH, WORLDS, 1, 1, 2);
    private final VectorStep answer = new VectorStep(WORLDS, 1, 2);

    /** What the actions of step {@code t} led to in world {@code i} is {@code 10 t + i + 1}. */
    private void put(int t) {
        rollout.putAnswer(answer, new double[] {t, -t}, new float[] {10 * t + 1, 10 * t + 2});
        Arrays.fill(answer.terminated(), false);
        Arrays.fill(answer.truncated(), false);
    }

    @Test
    void rowsAreStepByStepTheWorldsInTheirOrder() {
        assertThat(rollout.rows()).isEqualTo(6);
        assertThat(rollout.empty()).isTrue();
        for (int t = 0; t < LENGTH; t++) {
            assertThat(rollout.full()).isFalse();
            assertThat(rollout.row()).isEqualTo(2 * t);
            rollout.putMasks(new boolean[] {true, t == 1, false, true});
            put(t);
        }
        assertThat(rollout.full()).isTrue();
        assertThat(rollout.rewards).containsExactly(0, 0, 1, -1, 2, -2);
        assertThat(rollout.masks)
                .containsExactly(true, false, false, true, true, true, false, true, true, false, false, true);
        rollout.clear();
        assertThat(rollout.empty()).isTrue();
        assertThat(rollout.row()).isZero();
    }

    @Test
    void whatFollowedIsKeptWhereTheRowBelowDoesNotTellIt() {
        answer.truncated()[1] = true;
        put(0);
        answer.terminated()[0] = true;
        put(1);
        put(2);
        assertThat(rollout.next).containsExactly(0, 2, 0, 0, 21, 22);
        boolean[] own = new boolean[rollout.rows()];
        for (int row = 0; row < own.length; row++) {
            own[row] = rollout.hasOwnNext(row);
        }
        assertThat(own).containsExactly(false, true, false, false, true, true);
        assertThat(rollout.ended).containsExactly(false, true, true, false, false, false);
        assertThat(rollout.terminated).containsExactly(false, false, true, false, false, false);
    }

    @Test
    void visitsAreInOrderOrAPermutationEachAsProbable() {
        assertThat(Visits.inOrder(4)).containsExactly(0, 1, 2, 3);
        assertThat(Visits.inOrder(0)).isEmpty();
        RandomStream random = RandomStream.of(1, "visits");
        int[] counts = new int[27];
        for (int i = 0; i < 60_000; i++) {
            int[] visits = {7, 7, 7};
            Visits.shuffle(visits, random);
            counts[9 * visits[0] + 3 * visits[1] + visits[2]]++;
        }
        int found = 0;
        for (int[] order : new int[][] {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}) {
            int count = counts[9 * order[0] + 3 * order[1] + order[2]];
            assertThat(count).as("four standard deviations of 10,000").isBetween(9_635, 10_365);
            found += count;
        }
        assertThat(found).as("nothing but permutations").isEqualTo(60_000);
    }
}
