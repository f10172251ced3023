package catallaxy.evolution.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunEndTest {
    private final VectorBox box = VectorBox.unbounded(4, 1);

    private CovarianceAdaptation begun() {
        return new CovarianceAdaptation(box, box.start(), 1, 8, CovarianceShape.FULL, true);
    }

    /** After how many generations of such costs, of the best and the worst alike but for a spread. */
    private int generations(IntToDoubleFunction cost, double spread) {
        CovarianceAdaptation run = begun();
        RunEnd end = new RunEnd(4, 8, 1);
        int generation = 1;
        while (!end.reached(run, List.of(cost.applyAsDouble(generation), cost.applyAsDouble(generation) + spread))
                && generation < 2000) {
            generation++;
        }
        return generation;
    }

    @Test
    void costsThatNoLongerDiffer() {
        assertThat(generations(_ -> 5, 0)).isEqualTo(10 + 15);
        assertThat(generations(_ -> 5, 1e-13)).isEqualTo(10 + 15);
        assertThat(generations(_ -> 5, 1e-6)).isGreaterThan(25);
    }

    @Test
    void costsThatNoLongerFall() {
        assertThat(generations(_ -> 5, 1)).isBetween(120 + 15, 120 + 17);
        assertThat(generations(generation -> -generation, 1)).isEqualTo(2000);
    }

    private int updates(ToDoubleFunction<double[]> cost) {
        CovarianceAdaptation run = begun();
        RunEnd end = new RunEnd(4, 8, 1);
        RandomStream random = RandomStream.of(1, "end");
        for (int generation = 1; generation < 3000; generation++) {
            List<double[]> ranked = Stream.generate(() -> run.sample(random))
                    .limit(8)
                    .sorted(Comparator.comparingDouble(cost))
                    .toList();
            run.update(ranked);
            if (end.reached(run, List.of(-(double) generation, 1e9))) {
                return generation;
            }
        }
        return 3000;
    }

    @Test
    void stepsThatVanishOrExplode() {
        assertThat(updates(x -> x[0] * x[0] + x[1] * x[1] + x[2] * x[2] + x[3] * x[3]))
                .isBetween(50, 600);
        assertThat(updates(x -> x[0])).isLessThan(300);
        assertThat(updates(x -> (x[0] - 1e6) * (x[0] - 1e6) + 1e9 * x[1] * x[1]))
                .isLessThan(3000);
    }
}
