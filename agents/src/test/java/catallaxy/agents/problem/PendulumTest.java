package catallaxy.agents.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.agents.learning.BatchPolicy;
import catallaxy.agents.learning.VectorStep;
import org.junit.jupiter.api.Test;

/** The pendulum against the energy of a rod, a step by hand, and controllers of known quality. */
class PendulumTest {
    private static final PendulumProblem PROBLEM = PendulumProblem.standard();

    /** Energy of a uniform rod about its end: ½ (m l² / 3) θ̇² + m g (l / 2) cos θ. */
    private static double energy(double theta, double omega) {
        return omega * omega / 6 + 5 * Math.cos(theta);
    }

    @Test
    void keepsItsEnergyWithoutTorque() {
        PendulumWorlds worlds = new PendulumWorlds(1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        worlds.place(0, 0, Math.PI - 0.5, 0);
        double initial = energy(Math.PI - 0.5, 0);
        for (int t = 0; t < 199; t++) {
            worlds.step(new float[] {0}, step);
            // A symplectic step errs by the order of dt, 0.05, and does not drift.
            assertThat(energy(worlds.state[0], worlds.state[1])).isCloseTo(initial, within(0.08));
        }
    }

    @Test
    void movesAndCostsAsItsDefinitionSays() {
        PendulumWorlds worlds = new PendulumWorlds(2);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        worlds.place(0, 0, 2 * Math.PI + 1, 0.5);
        worlds.place(1, 0, 1.5, 7.9);
        worlds.step(new float[] {-1.5f, 9}, step);
        double omega = 0.5 + (15 * Math.sin(1) - 4.5) * 0.05;
        assertThat(step.rewards()[0]).isCloseTo(-(1 + 0.1 * 0.25 + 0.001 * 2.25), within(1e-12));
        assertThat((double) step.next()[2]).isCloseTo(omega, within(1e-6));
        assertThat((double) step.next()[0]).isCloseTo(Math.cos(1 + 0.05 * omega), within(1e-6));
        assertThat((double) step.next()[1]).isCloseTo(Math.sin(1 + 0.05 * omega), within(1e-6));
        assertThat(step.rewards()[1]).isCloseTo(-(2.25 + 0.1 * 7.9 * 7.9 + 0.004), within(1e-12));
        assertThat(step.next()[5]).isEqualTo(8);
    }

    @Test
    void wrapsAngles() {
        assertThat(Angles.wrapped(Math.PI)).isEqualTo(-Math.PI);
        assertThat(Angles.wrapped(-Math.PI)).isEqualTo(-Math.PI);
        assertThat(Angles.wrapped(7)).isCloseTo(7 - 2 * Math.PI, within(1e-15));
        assertThat(Angles.wrapped(-20)).isCloseTo(-20 + 6 * Math.PI, within(1e-14));
    }

    /** Pumps energy while hanging and holds the rod when it is up: near the published score, far above doing nothing. */
    @Test
    void controllerByEnergyComesNearThePublishedScore() {
        BatchPolicy controller = (o, masks, rows, actions) -> {
            for (int i = 0; i < rows; i++) {
                double theta = Math.atan2(o[3 * i + 1], o[3 * i]);
                double omega = o[3 * i + 2];
                double hold = -10 * theta - 2 * omega;
                double pump = Math.copySign(2, omega) * Math.signum(5.2 - energy(theta, omega));
                actions[i] = (float) Math.clamp(Math.abs(theta) < 0.5 ? hold : pump, -2, 2);
            }
        };
        Referee referee = PROBLEM.referee();
        Episodes controlled = Episodes.play(PROBLEM.environment(200), controller, 1, 1);
        Episodes idle = Episodes.play(PROBLEM.environment(200), (o, m, rows, a) -> {}, 1, 1);
        assertThat(controlled.mean()).isBetween(-240.0, -135.0);
        assertThat(idle.mean()).isLessThan(-1000);
        assertThat(referee.attained(controller, controlled.mean())).isEqualTo(controlled.mean());
        assertThat(referee.ratio(2 * -151.86)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void truncatesAfterTwoHundredSteps() {
        PendulumWorlds worlds = new PendulumWorlds(1);
        VectorStep step = VectorStep.of(worlds);
        worlds.reset(1, step);
        for (int t = 1; t <= 400; t++) {
            worlds.step(new float[] {0}, step);
            assertThat(step.truncated()[0]).isEqualTo(t % 200 == 0);
            assertThat(step.terminated()[0]).isFalse();
        }
    }
}
