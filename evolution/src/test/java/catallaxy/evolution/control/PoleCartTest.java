package catallaxy.evolution.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import org.junit.jupiter.api.Test;

class PoleCartTest {
    private static double[] some(long seed) {
        RandomStream random = RandomStream.of(seed, "state");
        double[] state = new double[6];
        for (int i = 0; i < 6; i++) {
            state[i] = 0.3 * random.nextGaussian();
        }
        return state;
    }

    /** Kinetic and potential energy of cart and rods, in joules. */
    private static double energy(double[] s) {
        double[] mass = {0.1, 0.01};
        double[] half = {0.5, 0.05};
        double energy = s[1] * s[1] / 2;
        for (int i = 0; i < 2; i++) {
            double angle = s[2 + 2 * i];
            double turn = s[3 + 2 * i];
            double across = s[1] + half[i] * turn * Math.cos(angle);
            double down = half[i] * turn * Math.sin(angle);
            energy += mass[i] * (across * across + down * down) / 2;
            energy += mass[i] * half[i] * half[i] / 3 * turn * turn / 2;
            energy += mass[i] * 9.8 * half[i] * Math.cos(angle);
        }
        return energy;
    }

    @Test
    void energyIsKeptButForFriction() {
        for (long seed = 1; seed <= 20; seed++) {
            PoleCart cart = new PoleCart(some(seed));
            double before = energy(cart.state());
            for (int i = 0; i < 25; i++) {
                cart.push(0);
            }
            assertThat(energy(cart.state())).isCloseTo(before, within(2e-3));
        }
    }

    @Test
    void pushingDoesWork() {
        double[] slope = new double[6];
        for (long seed = 1; seed <= 20; seed++) {
            double[] state = some(seed);
            PoleCart cart = new PoleCart(state);
            cart.slope(state, 10, slope);
            double[] later = state.clone();
            for (int i = 0; i < 6; i++) {
                later[i] += 1e-7 * slope[i];
            }
            double power = (energy(later) - energy(state)) / 1e-7;
            assertThat(power).isCloseTo(10 * state[1], within(0.01));
        }
    }

    @Test
    void mirroredItMovesMirrored() {
        double[] state = some(3);
        double[] mirrored = new double[6];
        for (int i = 0; i < 6; i++) {
            mirrored[i] = -state[i];
        }
        PoleCart left = new PoleCart(state);
        PoleCart right = new PoleCart(mirrored);
        for (int i = 0; i < 10; i++) {
            left.push(4);
            right.push(-4);
        }
        for (int i = 0; i < 6; i++) {
            assertThat(right.state()[i]).isCloseTo(-left.state()[i], within(1e-12));
        }
    }

    @Test
    void fallsWhereNobodyPushes() {
        assertThat(new PoleCart(2.5, 0, 0, 0, 0, 0).balanced()).isFalse();
        assertThat(new PoleCart(0, 0, 0, 0, 0.63, 0).balanced()).isFalse();
        assertThat(new PoleCart(0, 0, Double.NaN, 0, 0, 0).balanced()).isFalse();
        PoleCart upright = new PoleCart(0, 0, 0, 0, 0, 0);
        upright.push(0);
        assertThat(upright.state()).containsOnly(0);
        PoleCart leaning = new PoleCart(PoleTrial.START);
        int steps = 0;
        while (leaning.balanced()) {
            leaning.push(0);
            steps++;
        }
        assertThat(leaning.state()[2]).as("the long one falls on").isGreaterThan(0.2);
        assertThat(leaning.state()[4]).as("the short one falls first").isGreaterThan(PoleCart.FALLEN);
        assertThat(steps).isBetween(20, 60);
    }
}
