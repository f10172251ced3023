package catallaxy.evolution.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.EvolutionReferee;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrontProblemTest {
    private static final Map<FrontFunction, Double> PUBLISHED = Map.of(
            FrontFunction.ZDT1, 0.66667,
            FrontFunction.ZDT2, 0.33333,
            FrontFunction.ZDT3, 1.04443,
            FrontFunction.ZDT4, 0.66667,
            FrontFunction.ZDT6, 0.32595,
            FrontFunction.DTLZ1, 0.104167,
            FrontFunction.DTLZ2, 0.47640);

    private static EvolutionReferee referee(FrontFunction function) {
        return new FrontProblem(function, 0).referee().orElseThrow();
    }

    private static VectorTask task(FrontFunction function) {
        return new FrontProblem(function, 0).vectors().orElseThrow();
    }

    /** On the front: what the front's distance depends on is at its best. */
    private static double[] best(FrontFunction function, double... free) {
        double[] x = new double[function.dimensions()];
        Arrays.fill(x, function.objectives() == 3 ? 0.5 : 0);
        System.arraycopy(free, 0, x, 0, free.length);
        return x;
    }

    private static double[][] sampledFront(FrontFunction function) {
        if (function.objectives() == 2) {
            double[][] front = new double[20_001][];
            Arrays.setAll(front, i -> function.costs(best(function, i / 20_000.0)));
            return front;
        }
        int side = 80;
        double[][] front = new double[(side + 1) * (side + 1)][];
        Arrays.setAll(front, i -> {
            int row = i / (side + 1);
            int column = i % (side + 1);
            return function.costs(best(function, (double) row / side, (double) column / side));
        });
        return front;
    }

    @ParameterizedTest
    @EnumSource
    void optimumIsThatOfTheWholeFront(FrontFunction function) {
        double optimum = referee(function).optimum();
        assertThat(optimum).isCloseTo(PUBLISHED.get(function), within(6e-6));
        double sampled = new FrontProblem(function, 0).hypervolume(sampledFront(function));
        assertThat(sampled).isBetween(optimum * (function.objectives() == 2 ? 0.9995 : 0.96), optimum);
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsBetterThanTheFront(FrontFunction function) {
        RandomStream random = RandomStream.of(1, function.name());
        double[][] front = sampledFront(function);
        double whole = new FrontProblem(function, 0).hypervolume(front);
        double[][] more = Arrays.copyOf(front, front.length + 300);
        for (int i = front.length; i < more.length; i++) {
            double[] x = task(function).box().random(random);
            double[] near = best(function, x[0], x[1]);
            double[] some = i % 2 == 0 ? x : function.objectives() == 3 ? near : best(function, x[0]);
            more[i] = task(function).sample(some, 0).values();
            assertThat(task(function).sample(some, 0).valid()).isTrue();
        }
        assertThat(new FrontProblem(function, 0).hypervolume(more))
                .isBetween(whole, referee(function).optimum());
    }

    @Test
    void valuesOfTheDefinitions() {
        double[] x = new double[30];
        Arrays.fill(x, 0.5);
        assertThat(FrontFunction.ZDT1.costs(x))
                .containsExactly(new double[] {0.5, 5.5 * (1 - Math.sqrt(0.5 / 5.5))}, within(1e-12));
        assertThat(FrontFunction.ZDT2.costs(x)).containsExactly(new double[] {0.5, 5.5 - 0.25 / 5.5}, within(1e-12));
        assertThat(FrontFunction.ZDT3.costs(x)[1])
                .isCloseTo(5.5 * (1 - Math.sqrt(0.5 / 5.5) - 0.5 / 5.5 * Math.sin(5 * Math.PI)), within(1e-12));
        double[] four = best(FrontFunction.ZDT4, 0.25, 1);
        assertThat(FrontFunction.ZDT4.costs(four)[1]).isCloseTo(2 * (1 - Math.sqrt(0.125)), within(1e-12));
        double[] six = best(FrontFunction.ZDT6, 0.25, 0.9);
        assertThat(FrontFunction.ZDT6.costs(six)[0]).isCloseTo(1 - Math.exp(-1), within(1e-12));
        double g = 1 + 9 * Math.pow(0.1, 0.25);
        double first = 1 - Math.exp(-1);
        assertThat(FrontFunction.ZDT6.costs(six)[1]).isCloseTo(g * (1 - first / g * first / g), within(1e-12));
        double[] one = best(FrontFunction.DTLZ1, 0.25, 0.5, 0.6);
        double plane = 0.5 * (1 + 100 * (1 + 0.01 - Math.cos(2 * Math.PI)));
        assertThat(FrontFunction.DTLZ1.costs(one))
                .containsExactly(new double[] {plane * 0.125, plane * 0.125, plane * 0.75}, within(1e-9));
        double[] two = best(FrontFunction.DTLZ2, 1.0 / 3, 0, 1);
        assertThat(FrontFunction.DTLZ2.costs(two))
                .containsExactly(new double[] {1.25 * Math.sqrt(0.75), 0, 1.25 * 0.5}, within(1e-12));
    }

    @Test
    void dimensionsAreTheAuthorsUnlessSaid() {
        assertThat(task(FrontFunction.ZDT4).box().size()).isEqualTo(10);
        assertThat(task(FrontFunction.ZDT4).box().low()[1]).isEqualTo(-5);
        assertThat(task(FrontFunction.ZDT4).box().low()[0]).isZero();
        assertThat(new FrontProblem(FrontFunction.ZDT1, 5)
                        .vectors()
                        .orElseThrow()
                        .box()
                        .size())
                .isEqualTo(5);
        assertThatThrownBy(() -> new FrontProblem(FrontFunction.ZDT1, 2)).isInstanceOf(InvalidValueException.class);
        assertThat(new FrontProblem(FrontFunction.ZDT1, 0).hypervolume(new double[0][]))
                .isNaN();
    }
}
