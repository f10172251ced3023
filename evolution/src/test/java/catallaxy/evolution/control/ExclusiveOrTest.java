package catallaxy.evolution.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class ExclusiveOrTest {
    private final ControllerTask task = new ExclusiveOr().controllers().orElseThrow();

    private double fitness(DoubleBinaryOperator answer) {
        Controller controller =
                (observation, output) -> output[0] = answer.applyAsDouble(observation[0], observation[1]);
        return task.sample(controller, 1).values()[0];
    }

    @Test
    void fitnessIsTheSquareOfWhatIsNotWrong() {
        assertThat(fitness((_, _) -> 0)).as("½ everywhere").isEqualTo(4);
        assertThat(fitness((a, b) -> a + b > 1 ? 99 : a + b > 0 ? 99 : -99))
                .as("or")
                .isCloseTo(9, within(1e-9));
        assertThat(fitness((a, b) -> a != b ? 99 : -99)).isCloseTo(32, within(1e-9));
        assertThat(fitness((a, b) -> a != b ? -99 : 99)).isCloseTo(0, within(1e-9));
    }

    @Test
    void onlySolutionsExceedTheMark() {
        assertThat(fitness((a, b) -> a != b ? 1e-9 : -1e-9)).isGreaterThan(ExclusiveOr.SOLVED);
        assertThat(fitness((a, b) -> a * b == 1 ? 1e-9 : a != b ? 99 : -99)).isLessThan(ExclusiveOr.SOLVED);
    }

    @Test
    void whatAnswersNoNumberIsInvalid() {
        Controller broken = (_, output) -> output[0] = Double.NaN;
        assertThat(task.sample(broken, 1).valid()).isFalse();
    }
}
