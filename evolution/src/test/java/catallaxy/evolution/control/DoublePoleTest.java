package catallaxy.evolution.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.evolution.fitness.Controller;
import catallaxy.evolution.fitness.ControllerTask;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoublePoleTest {
    private static final Controller IDLE = (_, output) -> output[0] = 0;

    private static double fitness(boolean velocities, Controller controller) {
        ControllerTask task = new DoublePole(velocities).controllers().orElseThrow();
        return task.sample(controller, 1).values()[0];
    }

    @Test
    void idlenessLetsThemFall() {
        assertThat(fitness(true, IDLE)).isBetween(20.0, 60.0);
        assertThat(fitness(false, IDLE)).as("a tenth of t / 1000").isBetween(0.002, 0.006);
    }

    @Test
    void observesVelocitiesOrNot() {
        for (boolean velocities : new boolean[] {true, false}) {
            ControllerTask task = new DoublePole(velocities).controllers().orElseThrow();
            assertThat(task.inputs()).isEqualTo(velocities ? 6 : 3);
            double[] angle = new double[1];
            task.sample(
                    (observation, output) -> {
                        assertThat(observation).hasSize(task.inputs());
                        angle[0] = angle[0] == 0 ? observation[velocities ? 2 : 1] : angle[0];
                        output[0] = 0;
                    },
                    1);
            assertThat(angle[0]).isEqualTo(0.07 / 0.52);
        }
    }

    @Test
    void startsAreAllCombinations() {
        Set<String> different = new HashSet<>();
        for (int i = 0; i < DampedBalance.STARTS; i++) {
            double[] start = DampedBalance.start(i);
            assertThat(new PoleCart(start).balanced()).isTrue();
            different.add(Arrays.toString(start));
        }
        assertThat(different).hasSize(625);
        assertThat(DampedBalance.start(0)[0]).isCloseTo(-0.9 * 2.16, within(1e-12));
        assertThat(DampedBalance.start(312)).as("the middle").containsOnly(0);
        assertThat(DampedBalance.start(624)[3]).isCloseTo(0.9 * 8.6 * Math.PI / 180, within(1e-12));
    }
}
