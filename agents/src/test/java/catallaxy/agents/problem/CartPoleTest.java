package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.VectorStep;
import org.junit.jupiter.api.Test;

/** The cart and pole against the equations of motion in matrix form, and an episode from both ends. */
class CartPoleTest {
    private static final CartPoleProblem PROBLEM = CartPoleProblem.standard();

    /**
     * Accelerations from Lagrange's equations of a cart and a uniform rod, solved as a 2 × 2 system by Cramer's rule:
     * {@code (M + m) ẍ + m l cos θ θ̈ = F + m l θ̇² sin θ}, {@code m l cos θ ẍ + (4/3) m l² θ̈ = m g l sin θ}.
     */
    private static double[] twin(double[] s, double force) {
        double m = 0.1;
        double l = 0.5;
        double a11 = 1.1;
        double a12 = m * l * Math.cos(s[2]);
        double a22 = 4.0 / 3 * m * l * l;
        double b1 = force + m * l * s[3] * s[3] * Math.sin(s[2]);
        double b2 = m * 9.8 * l * Math.sin(s[2]);
        double determinant = a11 * a22 - a12 * a12;
        double linear = (b1 * a22 - a12 * b2) / determinant;
        double angular = (a11 * b2 - a12 * b1) / determinant;
        return new double[] {s[0] + 0.02 * s[1], s[1] + 0.02 * linear, s[2] + 0.02 * s[3], s[3] + 0.02 * angular};
    }

    @Test
    void movesAsTheEquationsOfMotionSay() {
        CartPoleWorlds worlds = new CartPoleWorlds(PROBLEM, 1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(3, step);
        double[] expected = worlds.state.clone();
        for (int t = 0; t < 200 && !step.ended(0); t++) {
            boolean right = expected[2] + 0.3 * expected[3] > 0;
            worlds.step(new float[] {right ? 1 : 0}, step);
            expected = twin(expected, right ? 10 : -10);
            for (int v = 0; v < 4; v++) {
                assertThat((double) step.next()[v]).isCloseTo(expected[v], within(1e-6));
            }
            assertThat(step.rewards()[0]).isEqualTo(1);
        }
        assertThat(worlds.elapsed[0]).isEqualTo(200);
    }

    @Test
    void terminatesWhenThePoleFalls() {
        Episodes left = Episodes.play(PROBLEM.environment(50), (o, m, rows, actions) -> {}, 2, 1);
        assertThat(left.mean()).isBetween(8.0, 11.0);
    }

    @Test
    void truncatesAtTheLimitUnderABalancingPolicy() {
        CartPoleWorlds worlds = new CartPoleWorlds(PROBLEM, 1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(3, step);
        for (int t = 1; t <= 500; t++) {
            float[] o = step.observations();
            float lean = o[2] + 0.5f * o[3] + 0.05f * o[0] + 0.1f * o[1];
            worlds.step(new float[] {lean > 0 ? 1 : 0}, step);
            assertThat(step.truncated()[0]).isEqualTo(t == 500);
            assertThat(step.terminated()[0]).isFalse();
        }
        for (float value : step.observations()) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(0.05f);
        }
    }

    @Test
    void terminatesBeyondTheEdge() {
        CartPoleWorlds worlds = new CartPoleWorlds(PROBLEM, 2);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(3, step);
        worlds.place(0, 0, 2.39, 1, 0, 0);
        worlds.place(1, 499, 0, 0, 0.2, 2);
        worlds.step(new float[] {1, 1}, step);
        assertThat(step.terminated()).containsExactly(true, true);
        assertThat(step.truncated()).containsExactly(false, false);
    }

    @Test
    void scoresByTheMeanReturn() {
        Referee referee = PROBLEM.referee();
        assertThat(referee.optimum()).isEqualTo(500);
        assertThat(referee.attained((o, m, rows, actions) -> {}, 250)).isEqualTo(250);
        assertThat(referee.ratio(250)).isEqualTo(0.5);
        assertThat(new CartPoleProblem(200).referee().optimum()).isEqualTo(200);
    }
}
