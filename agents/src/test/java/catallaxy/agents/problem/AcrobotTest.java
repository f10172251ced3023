package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The two links against Lagrange's equations in matrix form, energy, and episodes of known outcome. */
class AcrobotTest {
    /** Kinetic and potential energy, θ1 from hanging down, θ2 relative: both links 1 kg, 1 m, centre at 0.5 m, I = 1. */
    private static double energy(double[] s) {
        double w = s[2] + s[3];
        double kinetic = 0.5 * (0.25 + 1) * s[2] * s[2]
                + 0.5 * (s[2] * s[2] + 0.25 * w * w + s[2] * w * Math.cos(s[1]))
                + 0.5 * w * w;
        return kinetic - 9.8 * 0.5 * Math.cos(s[0]) - 9.8 * (Math.cos(s[0]) + 0.5 * Math.cos(s[0] + s[1]));
    }

    /** Accelerations from M θ̈ = (0, τ) − C − G by Cramer's rule; M is that of {@link #energy}. */
    private static double[] slopes(double[] s, double torque) {
        double m11 = 0.25 + 1 + 1 + 0.25 + 1 + Math.cos(s[1]);
        double m12 = 0.25 + 1 + 0.5 * Math.cos(s[1]);
        double m22 = 0.25 + 1;
        double sin = 0.5 * Math.sin(s[1]);
        double g2 = 4.9 * Math.sin(s[0] + s[1]);
        double g1 = 14.7 * Math.sin(s[0]) + g2;
        double b1 = sin * (2 * s[2] * s[3] + s[3] * s[3]) - g1;
        double b2 = torque - sin * s[2] * s[2] - g2;
        double determinant = m11 * m22 - m12 * m12;
        return new double[] {s[2], s[3], (b1 * m22 - m12 * b2) / determinant, (m11 * b2 - m12 * b1) / determinant};
    }

    private static double[] shifted(double[] s, double[] slope, double dt) {
        double[] moved = s.clone();
        for (int v = 0; v < 4; v++) {
            moved[v] += dt * slope[v];
        }
        return moved;
    }

    private static double[] twin(double[] s, double torque) {
        double[] k1 = slopes(s, torque);
        double[] k2 = slopes(shifted(s, k1, 0.1), torque);
        double[] k3 = slopes(shifted(s, k2, 0.1), torque);
        double[] k4 = slopes(shifted(s, k3, 0.2), torque);
        double[] moved = s.clone();
        for (int v = 0; v < 4; v++) {
            moved[v] += 0.2 / 6 * (k1[v] + 2 * k2[v] + 2 * k3[v] + k4[v]);
        }
        return moved;
    }

    @Test
    void movesAsTheEquationsOfMotionSay() {
        AcrobotWorlds worlds = new AcrobotWorlds(1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        double[] expected = worlds.state.clone();
        for (int t = 0; t < 60; t++) {
            int action = (t / 7) % 3;
            expected = twin(expected, action - 1);
            worlds.step(new float[] {action}, step);
            float[] o = step.next();
            assertThat((double) o[0]).isCloseTo(Math.cos(expected[0]), within(1e-6));
            assertThat((double) o[1]).isCloseTo(Math.sin(expected[0]), within(1e-6));
            assertThat((double) o[2]).isCloseTo(Math.cos(expected[1]), within(1e-6));
            assertThat((double) o[3]).isCloseTo(Math.sin(expected[1]), within(1e-6));
            assertThat((double) o[4]).isCloseTo(expected[2], within(1e-5));
            assertThat((double) o[5]).isCloseTo(expected[3], within(1e-5));
        }
    }

    @Test
    void keepsItsEnergyWithoutTorque() {
        AcrobotWorlds worlds = new AcrobotWorlds(1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        worlds.place(0, 0, 0.8, -0.4, 0, 0);
        double initial = energy(worlds.state);
        for (int t = 0; t < 50; t++) {
            worlds.step(new float[] {1}, step);
            // The fourth-order step of 0.2 s loses a little; the swing is worth about 9 J.
            assertThat(energy(worlds.state)).isCloseTo(initial, within(0.25));
        }
    }

    /** A torque along the velocity of the joint brings the tip above the line; no torque never does. */
    @Test
    void pumpingReachesTheLine() {
        BatchPolicy pump = (o, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                actions[i] = o[6 * i + 5] > 0 ? 2 : 0;
            }
        };
        BatchPolicy idle = (o, masks, rows, actions) -> Arrays.fill(actions, 0, rows, 1);
        AcrobotProblem problem = AcrobotProblem.standard();
        assertThat(Episodes.play(problem.environment(100), pump, 1, 1).mean()).isBetween(-130.0, -60.0);
        assertThat(Episodes.play(problem.environment(10), idle, 1, 1).mean()).isEqualTo(-500);
        assertThat(problem.referee().optimum()).isEqualTo(-69.1);
    }

    @Test
    void lastStepCostsNothingAndTerminates() {
        AcrobotWorlds worlds = new AcrobotWorlds(2);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        worlds.place(0, 0, 2.5, 0, 1, 0);
        worlds.step(new float[] {1, 1}, step);
        assertThat(step.terminated()).containsExactly(true, false);
        assertThat(step.rewards()).containsExactly(0, -1);
    }
}
