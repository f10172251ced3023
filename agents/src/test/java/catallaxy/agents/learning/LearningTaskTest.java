package catallaxy.agents.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LearningTaskTest {
    private static final VectorEnvironment WORLDS = new CartPoleProblem(500).environment(3);

    @Test
    void isOfTheWorldsThatItIsIn() {
        LearningTask task = LearningTask.in(WORLDS, 700, 5);
        assertThat(task).isEqualTo(new LearningTask(WORLDS.observationSpec(), WORLDS.actionSpec(), 3, 700, 5));
        assertThat(task.features()).isEqualTo(4);
        assertThat(task.space()).isInstanceOf(ActionSpace.Discrete.class);
    }

    @Test
    void everyPartOfEveryLearnerHasChanceOfItsOwn() {
        LearningTask task = LearningTask.in(WORLDS, 700, 5);
        LearningTask otherSeed = LearningTask.in(WORLDS, 700, 6);
        LearningTask shorter = LearningTask.in(WORLDS, 9, 5);
        Stream<RandomStream> streams = Stream.of(
                task.stream("ppo", "order"),
                task.stream("ppo", "exploration"),
                task.stream("a2c", "order"),
                otherSeed.stream("ppo", "order"));
        assertThat(streams.map(RandomStream::nextLong).distinct()).hasSize(4);
        assertThat(shorter.stream("ppo", "order").nextLong())
                .isEqualTo(task.stream("ppo", "order").nextLong());
    }

    @Test
    void aTaskWithoutWorldsOrStepsIsRefused() {
        assertThatThrownBy(() -> new LearningTask(WORLDS.observationSpec(), WORLDS.actionSpec(), 0, 700, 5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("worlds");
        assertThatThrownBy(() -> LearningTask.in(WORLDS, 0, 5))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("totalSteps");
    }
}
