package catallaxy.evolution.maze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.evolution.search.Solution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MazeProblemTest {
    private static ControllerTask task(MazeProblem.Map map) {
        return new MazeProblem(map, 400).controllers().orElseThrow();
    }

    private static Controller always(double turn, double push) {
        return (_, output) -> {
            output[0] = turn;
            output[1] = push;
        };
    }

    /** Drives ahead and turns away from what is near, with the wall on its left or right. */
    private static Controller alongAWall(int side, double near) {
        return (seen, output) -> {
            double wall = side > 0 ? Math.min(seen[4], seen[3]) : Math.min(seen[0], seen[1]);
            output[0] = seen[2] < near ? -side : side * Math.signum(wall - near);
            output[1] = seen[2] < near ? -0.5 : 0.5;
        };
    }

    @Test
    void isRegistered() {
        assertThat(SearchKinds.problems().kind("maze").orElseThrow().config()).isEqualTo(MazeProblem.class);
    }

    @Test
    void whoStandsStillIsWhereItWas() {
        FitnessSample sample = task(MazeProblem.Map.HARD).sample(always(0, 0), 1);
        assertThat(sample.behaviour()).containsExactly(30, 25);
        assertThat(sample.values()[0]).isCloseTo(Maze.hard().fromGoal(30, 25), within(1e-12));
    }

    @Test
    void whoAnswersNoNumberIsInvalid() {
        assertThat(task(MazeProblem.Map.MEDIUM).sample(always(Double.NaN, 0), 1).valid())
                .isFalse();
        assertThat(task(MazeProblem.Map.MEDIUM)
                        .sample(always(0, Double.POSITIVE_INFINITY), 1)
                        .valid())
                .isFalse();
    }

    @Test
    void aTrialIsAFunctionOfItsController() {
        ControllerTask task = task(MazeProblem.Map.HARD);
        FitnessSample once = task.sample(alongAWall(1, 0.2), 1);
        FitnessSample again = task.sample(alongAWall(1, 0.2), 2);
        assertThat(task.noisy()).isFalse();
        assertThat(again.values()).isEqualTo(once.values());
        assertThat(again.behaviour()).isEqualTo(once.behaviour());
    }

    @Test
    void endsWhereTheGoalIsReached() {
        Maze room = new Maze(100, 100, new double[] {20, 50, 0}, new double[] {60, 50});
        FitnessSample sample = new MazeTask(room, 400).sample(always(0, 1), 1);
        assertThat(sample.values()[0]).isBetween(2.0, MazeTask.REACHED);
        assertThat(new MazeTask(room, 5).sample(always(0, 1), 1).values()[0]).isBetween(30.0, 35.0);
        assertThat(new MazeTask(room, 400).sample(always(1, 1), 1).values()[0]).isGreaterThan(MazeTask.REACHED);
    }

    @Test
    void theRefereeTellsWhetherItWasReached() {
        assertThat(score(4.9)).isEqualTo(1);
        assertThat(score(5.1)).isZero();
        assertThat(referee(Discoveries.of(List.of(), Map.of()))).isZero();
    }

    private static double score(double distance) {
        return referee(Discoveries.of(List.of(new Solution<>("a robot", Fitness.ofCosts(distance))), Map.of()));
    }

    private static double referee(Discoveries<?> found) {
        return new MazeProblem(MazeProblem.Map.HARD, 400)
                .referee()
                .orElseThrow()
                .score()
                .of(found);
    }

    @Test
    void stepsAreChecked() {
        assertThatThrownBy(() -> new MazeProblem(MazeProblem.Map.HARD, 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("steps");
    }
}
