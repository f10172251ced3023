package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.learning.VectorEnvironment;
import catallaxy.agents.learning.VectorStep;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final int WORLDS = 4;

    @Test
    void spreadWorldsEndTheirFirstEpisodesOneAfterTheOther() {
        assertThat(firstEnds(CarteaJaimungalProblem.standard(), true)).containsExactly(100, 75, 50, 25);
        assertThat(firstEnds(CarteaJaimungalProblem.standard(), false)).containsOnly(100);
    }

    @Test
    void worldsWithoutAHorizonOfTheirOwnAreLeftAlone() {
        assertThat(firstEnds(new PendulumProblem(), true)).containsOnly(200);
    }

    @Test
    void theObservationTellsTheTime() {
        VectorEnvironment environment = CarteaJaimungalProblem.standard().environment(WORLDS);
        VectorStep step = VectorStep.of(environment);
        environment.reset(1, step);
        environment.spread(step);
        assertThat(step.observations()[2 * 3 + 1]).isEqualTo(0.25f);
    }

    private static int[] firstEnds(ProblemSpec problem, boolean spread) {
        VectorEnvironment environment = problem.environment(WORLDS);
        VectorStep step = VectorStep.of(environment);
        environment.reset(1, step);
        if (spread) {
            environment.spread(step);
        }
        float[] actions = new float[WORLDS * environment.actionSpec().size()];
        int[] ends = new int[WORLDS];
        for (int t = 1; Arrays.stream(ends).anyMatch(end -> end == 0); t++) {
            environment.step(actions, step);
            for (int i = 0; i < WORLDS; i++) {
                if (step.ended(i) && ends[i] == 0) {
                    ends[i] = t;
                }
            }
        }
        return ends;
    }
}
