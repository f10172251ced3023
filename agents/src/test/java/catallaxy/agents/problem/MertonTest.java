package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import catallaxy.agents.policy.Cholesky;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Merton's weights against their closed form, and the worlds against the growth that the referee computes. */
class MertonTest {
    private static final MertonProblem STANDARD = MertonProblem.standard();

    private static MertonProblem problem(double gamma, double min, double max, boolean antithetic) {
        return new MertonProblem(
                new MertonAssets(List.of(0.12), 0.02, List.of(0.4), List.of(0.0)), gamma, 10, 1, min, max, antithetic);
    }

    private static MertonProblem three(double min, double max, List<Double> correlation) {
        return new MertonProblem(
                new MertonAssets(List.of(0.12, 0.07, 0.15), 0.02, List.of(0.4, 0.2, 0.5), correlation),
                2,
                4,
                0.5,
                min,
                max,
                true);
    }

    private static BatchPolicy constant(double... weights) {
        return (observations, masks, rows, actions) -> {
            for (int i = 0; i < rows * weights.length; i++) {
                actions[i] = (float) weights[i % weights.length];
            }
        };
    }

    @Test
    void reproducesTheReferenceWeights() {
        assertThat(new MertonReferee(STANDARD).weights()[0]).isCloseTo(0.20833, within(5e-6));
        MertonReferee kelly = new MertonReferee(problem(1, 0, 1, true));
        assertThat(kelly.weights()[0]).isCloseTo(0.625, within(1e-12));
        assertThat(kelly.optimum()).isCloseTo(0.05125, within(1e-12));
        assertThat(new MertonReferee(problem(0.5, 0, 1, true)).weights()).containsExactly(1);
    }

    @Test
    void solvesSeveralAssetsAsTheClosedForm() {
        MertonProblem problem = three(-5, 5, List.of(0.5, -0.2, 0.3));
        double[] closed = Cholesky.solve(problem.assets().covariance(), new double[] {0.05, 0.025, 0.065});
        assertThat(problem.assets().covariance()[0][2]).isCloseTo(-0.2 * 0.4 * 0.5, within(1e-15));
        assertThat(new MertonReferee(problem).weights()).containsExactly(closed, within(1e-12));
        assertThat(three(-5, 5, List.of(0.3)).assets().covariance()[1][2]).isCloseTo(0.3 * 0.2 * 0.5, within(1e-15));
    }

    /** Nearly equal assets: the hedge between them is large, and the closed form still is the optimum. */
    @Test
    void solvesNearlyPerfectCorrelationsAsTheClosedForm() {
        for (double rho : new double[] {0.9, 0.999, 0.999999}) {
            MertonProblem problem = new MertonProblem(
                    new MertonAssets(List.of(0.12, 0.1201, 0.1199), 0.02, List.of(0.4, 0.4, 0.4), List.of(rho)),
                    3,
                    10,
                    1,
                    -1e6,
                    1e6,
                    true);
            double[] closed =
                    Cholesky.solve(problem.assets().covariance(), new double[] {0.1 / 3, 0.1001 / 3, 0.0999 / 3});
            double largest = Math.max(Math.abs(closed[1]), Math.abs(closed[2]));
            assertThat(new MertonReferee(problem).weights()).containsExactly(closed, within(1e-8 * largest));
            double gain = (0.1 * closed[0] + 0.1001 * closed[1] + 0.0999 * closed[2]) / 2;
            assertThat(problem.referee().optimum()).isCloseTo(0.02 + gain, within(1e-9));
        }
    }

    /** Where bounds bind, no weights on a fine grid of the box do better. */
    @Test
    void solvesTheBoxWhereBoundsBind() {
        MertonReferee referee = new MertonReferee(three(0, 0.3, List.of(0.5, -0.2, 0.3)));
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= 30; i++) {
            for (int j = 0; j <= 30; j++) {
                for (int k = 0; k <= 30; k++) {
                    best = Math.max(best, referee.attained(constant(i / 100.0, j / 100.0, k / 100.0), 0));
                }
            }
        }
        assertThat(referee.optimum()).isBetween(best - 1e-7, best + 1e-4);
    }

    @Test
    void simulationAgreesWithTheGrowth() {
        for (MertonProblem problem : List.of(problem(3, 0, 1, false), three(-1, 1, List.of(0.5, -0.2, 0.3)))) {
            Referee referee = problem.referee();
            BatchPolicy policy = problem.assets().count() == 1 ? constant(0.5) : constant(0.4, -0.3, 0.2);
            Episodes episodes = Episodes.play(problem.environment(1000), policy, 20, 5);
            double growth = referee.attained(policy, Double.NaN);
            assertThat(episodes.errorsFrom(growth * problem.steps())).isLessThan(4);
        }
    }

    /**
     * Utility itself: E W^{1−γ} of simulated wealth is e^{(1−γ) g T}. The reward of a step is the log return less
     * ½ (γ − 1) π² σ² dt, so wealth follows from the rewards.
     */
    @Test
    void growthIsTheCertaintyEquivalentOfUtility() {
        MertonProblem problem = problem(3, 0, 1, false);
        MertonWorlds worlds = new MertonWorlds(problem, 50_000);
        VectorStep step = VectorStep.of(worlds);
        float[] actions = new float[50_000];
        Arrays.fill(actions, 0.5f);
        worlds.reset(1, step);
        worlds.step(actions, step);
        double utility = 0;
        for (double reward : step.rewards()) {
            utility += Math.exp(-2 * (reward + 0.25 * 0.16)) / 50_000;
        }
        double growth = problem.referee().attained(constant(0.5), 0);
        // The standard deviation of W^{−2} is about 0.45: standard error 0.002.
        assertThat(utility).isCloseTo(Math.exp(-2 * growth), within(0.008));
    }

    @Test
    void pairsOfWorldsHaveOppositeShocks() {
        MertonWorlds worlds = new MertonWorlds(STANDARD, 4);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        double growth = STANDARD.referee().attained(constant(0.7), 0);
        for (int t = 0; t < 25; t++) {
            worlds.step(new float[] {0.7f, 0.7f, 0.7f, 0.7f}, step);
            double[] rewards = step.rewards();
            assertThat(rewards[0] + rewards[1]).isCloseTo(2 * growth, within(1e-12));
            assertThat(rewards[2] + rewards[3]).isCloseTo(2 * growth, within(1e-12));
            assertThat(rewards[2]).isNotCloseTo(rewards[0], within(1e-6));
        }
    }

    @Test
    void figuresSayHowFarTheWeightsAre() {
        BatchPolicy policy =
                (observations, masks, rows, actions) -> System.arraycopy(observations, 0, actions, 0, rows);
        Map<String, Double> figures = STANDARD.referee().figures(policy);
        assertThat(figures.keySet()).containsExactly("weight.1", "weight.optimal.1", "weight.error");
        assertThat(figures.get("weight.1")).isCloseTo(0.55, within(1e-6));
        assertThat(figures.get("weight.error")).isCloseTo(1 - 0.2083333, within(1e-6));
    }

    @Test
    void namesTheKeyThatIsWrong() {
        assertThatThrownBy(() -> three(0, 1, List.of(0.5, 0.2))).hasMessageStartingWith("correlation: ");
        assertThatThrownBy(() -> three(0, 1, List.of(1.0))).hasMessageContaining("positive definite");
        assertThatThrownBy(() -> problem(3, 1, 1, true)).hasMessageStartingWith("maxWeight: ");
        assertThatThrownBy(() -> problem(0, 0, 1, true)).hasMessageStartingWith("gamma: ");
    }
}
