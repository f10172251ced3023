package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import org.junit.jupiter.api.Test;

class RestartPlanTest {
    private final RandomStream random = RandomStream.of(1, "restarts");

    @Test
    void populationsDouble() {
        RestartPlan plan = new RestartPlan(Restarts.IPOP, 10, 0.5);
        assertThat(plan.begin()).isEqualTo(new RestartPlan.Run(10, 0.5, Long.MAX_VALUE));
        for (int population = 20; population <= 320; population *= 2) {
            assertThat(plan.next(1000, random)).isEqualTo(new RestartPlan.Run(population, 0.5, Long.MAX_VALUE));
        }
    }

    @Test
    void smallRunsUseAsMuchAsLargeOnes() {
        RestartPlan plan = new RestartPlan(Restarts.BIPOP, 10, 0.5);
        long large = 0;
        long small = 0;
        RestartPlan.Run run = plan.begin();
        int largest = 10;
        for (int i = 0; i < 200; i++) {
            boolean isLarge = run.most() == Long.MAX_VALUE;
            long used = isLarge ? 100L * run.population() : run.most();
            large += isLarge ? used : 0;
            small += isLarge ? 0 : used;
            run = plan.next(used, random);
            if (run.most() == Long.MAX_VALUE) {
                assertThat(run.population()).isEqualTo(Math.min(500_000, 2 * largest));
                largest = run.population();
            } else {
                assertThat(run.population()).isBetween(10 / 2, largest / 2);
                assertThat(run.sigma()).isBetween(0.005, 0.5);
            }
        }
        assertThat((double) small / large).isBetween(0.5, 1.6);
    }

    @Test
    void goesOnWhereItWasSaved() {
        RestartPlan plan = new RestartPlan(Restarts.BIPOP, 10, 0.5);
        plan.next(500, random);
        plan.next(900, random);
        StateWriter saved = new StateWriter();
        plan.save(saved);
        RestartPlan other = new RestartPlan(Restarts.BIPOP, 10, 0.5);
        other.load(new StateReader(saved.toBytes()));
        RandomStream again = random.copy();
        for (int i = 0; i < 5; i++) {
            assertThat(other.next(300, again)).isEqualTo(plan.next(300, random));
        }
    }
}
