package catallaxy.agents.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.TensorStore;
import catallaxy.agents.network.Compute;
import catallaxy.agents.network.DeviceChoice;
import catallaxy.environment.api.Action;
import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Networks taught by searches whose answers are known: of two proposals with one feature each, a move earns 30 x and the world adds luck. */
class MoveTrainingTest {
    private static final MoveTraining.Fit FIT = new MoveTraining.Fit(16, 64, 20, 3e-3);

    private static List<Proposal> proposals(float one, float two) {
        return List.of(
                new Proposal(Action.of(1), 1, new float[] {one}), new Proposal(Action.of(2), 1, new float[] {two}));
    }

    /** @param sign −1 for searches that say the opposite */
    private static MoveJudge taught(int searches, double sign) {
        RandomStream random = RandomStream.of(4, "searches");
        MoveTraining training = new MoveTraining();
        for (int i = 0; i < searches; i++) {
            float one = (float) random.nextDouble();
            float two = (float) random.nextDouble();
            List<Proposal> both = proposals(one, two);
            double luck = 500 * (random.nextDouble() - 0.5);
            training.searched(
                    new float[][] {MoveRow.of(0, both, 1), MoveRow.of(2, both, 1), MoveRow.of(3, both, 1)},
                    luck,
                    luck + sign * 30 * one,
                    luck + sign * 30 * two);
            double left = random.nextDouble();
            training.followed(MoveRow.of(2, both, left), 40 * left + 10 * (random.nextDouble() - 0.5));
        }
        try (Compute compute = Compute.open(DeviceChoice.CPU, 1)) {
            return new MoveJudge(training.learn(compute, FIT, 1));
        }
    }

    private static double right(MoveJudge judge) {
        RandomStream random = RandomStream.of(5, "asked");
        int right = 0;
        for (int i = 0; i < 200; i++) {
            float one = (float) random.nextDouble();
            float two = (float) random.nextDouble();
            List<Proposal> both = proposals(one, two);
            boolean first = judge.advantage(MoveRow.of(2, both, 1)) > judge.advantage(MoveRow.of(3, both, 1));
            right += first == one > two ? 1 : 0;
        }
        return right / 200.0;
    }

    /** The luck that all moves of a search share is ten times what they differ by. */
    @Test
    void itLearnsWhichMoveIsBetterAndWhatRemains() {
        MoveJudge judge = taught(600, 1);
        assertThat(right(judge)).isGreaterThan(0.9);
        List<Proposal> both = proposals(0.5f, 0.5f);
        assertThat(judge.remaining(MoveRow.of(2, both, 0.9))).isCloseTo(36, within(4.0));
        assertThat(judge.remaining(MoveRow.of(2, both, 0.1))).isCloseTo(4, within(4.0));
        assertThat(judge.advantage(MoveRow.of(0, both, 1)))
                .as("to hold earns nothing")
                .isLessThan(judge.advantage(MoveRow.of(2, both, 1)));
    }

    @Test
    void whoWasTaughtTheOppositeChoosesIt() {
        assertThat(right(taught(600, -1))).isLessThan(0.1);
    }

    @Test
    void theSameLessonsTeachTheSame() {
        List<Proposal> both = proposals(0.2f, 0.7f);
        MoveJudge first = taught(100, 1);
        MoveJudge second = taught(100, 1);
        assertThat(second.advantage(MoveRow.of(3, both, 1))).isEqualTo(first.advantage(MoveRow.of(3, both, 1)));
        assertThat(first.copy().remaining(MoveRow.of(3, both, 1))).isEqualTo(first.remaining(MoveRow.of(3, both, 1)));
    }

    @Test
    void tooLittleAndOtherTensorsAreRefused() {
        assertThatThrownBy(() -> taught(5, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("15 moves and 5 futures");
        assertThatThrownBy(() -> new MoveJudge(new TensorStore())).isInstanceOf(IllegalArgumentException.class);
        assertThat(taught(100, 1).fits(1)).isTrue();
        assertThat(taught(100, 1).fits(2)).isFalse();
    }
}
