package catallaxy.agents.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Steps of circumstances. */
class CircumstancesTest {
    private static final Circumstances USUAL = new Circumstances(1, 5_000, 20, 4, 0.6);

    @Test
    void eachOfThemMatters() {
        Set<Long> steps = new LinkedHashSet<>();
        steps.add(USUAL.steps());
        steps.add(new Circumstances(0, 5_000, 20, 4, 0.6).steps());
        steps.add(new Circumstances(1, 50_000, 20, 4, 0.6).steps());
        steps.add(new Circumstances(1, 5_000, 70, 4, 0.6).steps());
        steps.add(new Circumstances(1, 5_000, 20, 9, 0.6).steps());
        steps.add(new Circumstances(1, 5_000, 20, 4, 2).steps());
        assertThat(steps).hasSize(6);
    }

    @Test
    void whatDiffersLittleIsTheSame() {
        assertThat(new Circumstances(1, 5_400, 21, 4.1, 0.61).steps()).isEqualTo(USUAL.steps());
        assertThat(new Circumstances(1, 0, 0, 0, 0).steps())
                .isEqualTo(new Circumstances(1, 1e-9, 1e-9, 1e-9, 0).steps());
    }

    /** 1, 2.5, 5, 10 and 20 % a day, each reached exactly. */
    @Test
    void volatilityHasSixLevels() {
        double year = StrictMath.sqrt(365);
        Set<Long> steps = new LinkedHashSet<>();
        for (double daily : new double[] {0.0099, 0.011, 0.0251, 0.051, 0.101, 0.201, 0.9}) {
            steps.add(new Circumstances(1, 5_000, 20, 4, daily * year).steps());
        }
        assertThat(steps).hasSize(6);
    }
}
