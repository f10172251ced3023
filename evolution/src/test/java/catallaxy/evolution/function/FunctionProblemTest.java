package catallaxy.evolution.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.fitness.VectorTask;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.SearchKinds;
import catallaxy.evolution.search.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionProblemTest {
    private static double[] optimum(TestFunction function, int n) {
        double[] best = new double[n];
        Arrays.fill(best, function == TestFunction.ROSENBROCK ? 1 : 0);
        return best;
    }

    @Test
    void leastIsZeroAndNowhereElse() {
        RandomStream random = RandomStream.of(1, "function");
        for (TestFunction function : TestFunction.values()) {
            assertThat(function.of(optimum(function, 7))).isEqualTo(0);
            for (int i = 0; i < 1000; i++) {
                assertThat(function.of(function.box(7).random(random))).isGreaterThan(0);
            }
        }
    }

    @Test
    void knownValues() {
        assertThat(TestFunction.SPHERE.of(new double[] {1, -2, 3})).isEqualTo(14);
        assertThat(TestFunction.ELLIPSOID.of(new double[] {1, 1, 1})).isCloseTo(1_001_001, within(1e-6));
        assertThat(TestFunction.ROSENBROCK.of(new double[] {0, 0, 0})).isEqualTo(2);
        assertThat(TestFunction.ROSENBROCK.of(new double[] {-1.2, 1})).isCloseTo(24.2, within(1e-12));
        assertThat(TestFunction.RASTRIGIN.of(new double[] {1, 0.5})).isCloseTo(1 + 0.25 + 20, within(1e-12));
    }

    @Test
    void aTrialIsOneValueInsideTheBox() {
        for (TestFunction function : TestFunction.values()) {
            FunctionProblem problem = new FunctionProblem(function, 12);
            VectorTask task = problem.vectors().orElseThrow();
            VectorBox box = task.box();
            assertThat(task.noisy()).isFalse();
            assertThat(task.light()).isTrue();
            assertThat(box.bounded()).isTrue();
            assertThat(task.sample(box.start(), 5).values()).containsExactly(function.of(box.start()));
            double[] best = optimum(function, 12);
            box.clamp(best);
            assertThat(function.of(best)).isEqualTo(0);
        }
    }

    @Test
    void theScoreIsTheValueItself() {
        FunctionProblem problem = new FunctionProblem(TestFunction.SPHERE, 2);
        assertThat(problem.referee().orElseThrow().optimum()).isEqualTo(0);
        Solution<double[]> solution = new Solution<>(new double[] {3, 4}, Fitness.ofCosts(25));
        assertThat(problem.referee().orElseThrow().score().of(Discoveries.of(List.of(solution), Map.of())))
                .isEqualTo(25);
    }

    @Test
    void isRegistered() {
        assertThat(SearchKinds.problems().kind("function").orElseThrow().config())
                .isEqualTo(FunctionProblem.class);
        assertThat(SearchKinds.methods().kind("cma-es").orElseThrow().name()).isEqualTo("cma-es");
        assertThat(SearchKinds.methods().kind("openai-es").orElseThrow().name()).isEqualTo("openai-es");
    }

    @Test
    void oneDimensionIsTooFew() {
        assertThatThrownBy(() -> new FunctionProblem(TestFunction.SPHERE, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("dimensions");
    }
}
