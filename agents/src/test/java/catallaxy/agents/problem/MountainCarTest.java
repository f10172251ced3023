package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The car step by step, and policies of known outcome. */
class MountainCarTest {
    private static final MountainCarProblem PROBLEM = MountainCarProblem.standard();

    @Test
    void movesAsItsDefinitionSays() {
        MountainCarWorlds worlds = new MountainCarWorlds(4);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        worlds.place(0, 0, -0.5, 0.01);
        worlds.place(1, 0, -1.19, -0.069);
        worlds.place(2, 0, 0.47, 0.069);
        worlds.place(3, 0, -0.9, 0.07);
        worlds.step(new float[] {2, 0, 2, 2}, step);
        double velocity = 0.01 + 0.001 - 0.0025 * Math.cos(-1.5);
        assertThat(worlds.state[1]).isCloseTo(velocity, within(1e-15));
        assertThat(worlds.state[0]).isCloseTo(-0.5 + velocity, within(1e-15));
        assertThat(worlds.state[2]).isEqualTo(-1.2);
        assertThat(worlds.state[3]).isZero();
        assertThat(worlds.state[7]).isEqualTo(0.07);
        assertThat(step.terminated()).containsExactly(false, false, true, false);
        assertThat(step.rewards()).containsOnly(-1);
    }

    @Test
    void pushingAlongTheVelocityClimbsAndPushingRightDoesNot() {
        BatchPolicy along = (o, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = o[2 * i + 1] < 0 ? 0 : 2;
            }
        };
        BatchPolicy right = (o, masks, rows, actions) -> Arrays.fill(actions, 0, rows, 2);
        assertThat(Episodes.play(PROBLEM.environment(200), along, 1, 1).mean()).isBetween(-125.0, -110.0);
        assertThat(Episodes.play(PROBLEM.environment(50), right, 1, 1).mean()).isEqualTo(-200);
        assertThat(PROBLEM.referee().optimum()).isEqualTo(-100.9);
    }

    @Test
    void beginsAtRestInTheValley() {
        VectorStep step = VectorStep.of(PROBLEM.environment(100));
        PROBLEM.environment(100).reset(1, step);
        for (int i = 0; i < 100; i++) {
            assertThat(step.observations()[2 * i]).isBetween(-0.6f, -0.4f);
            assertThat(step.observations()[2 * i + 1]).isZero();
        }
    }
}
