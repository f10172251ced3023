package catallaxy.evolution.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.VectorBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every search of vectors keeps to.
 *
 * @param <S> settings of the search
 */
public abstract class VectorSearchContract<S extends Record> {
    /** Trials of one search here. */
    private static final int TRIALS = 2000;

    /** The kind under test. */
    protected abstract SearchKind<S> kind();

    /** Its settings. */
    protected abstract S settings();

    /** Vectors of all problems here. */
    @SuppressWarnings("unchecked")
    private SearchSetup<double[]> setup(EvolvableProblem problem, long seed) {
        boolean noisy = problem.vectors().orElseThrow().noisy();
        SearchContext context =
                new SearchContext(seed, 20, noisy, TRIALS, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        return (SearchSetup<double[]>) kind().setup(settings(), problem, context);
    }

    /** All that is asked in so many generations, and what was found. */
    private static List<double[]> course(SearchSetup<double[]> setup, int generations, long luck) {
        List<double[]> all = new ArrayList<>();
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            for (int i = 0; i < generations; i++) {
                List<double[]> asked = setup.search().ask();
                assertThat(asked).isNotEmpty();
                asked.forEach(each -> all.add(each.clone()));
                setup.search().tell(evaluator.evaluate(setup.task(), asked, luck + i));
            }
        }
        return all;
    }

    private static void assertSame(List<double[]> some, List<double[]> others) {
        assertThat(some.stream().map(Arrays::toString))
                .containsExactlyElementsOf(others.stream().map(Arrays::toString).toList());
    }

    private static Stream<EvolvableProblem> problems() {
        return Stream.of(VectorProblems.SPHERE, VectorProblems.NOISY, VectorProblems.HALF_INVALID);
    }

    @Test
    void aFunctionOfItsSeed() {
        problems().forEach(problem -> {
            List<double[]> once = course(setup(problem, 7), 12, 100);
            assertSame(course(setup(problem, 7), 12, 100), once);
            assertThat(course(setup(problem, 8), 12, 100).getFirst()).isNotEqualTo(once.getFirst());
        });
    }

    @Test
    void asksTheSameUntilItIsTold() {
        Search<double[]> search = setup(VectorProblems.SPHERE, 7).search();
        List<double[]> once = search.ask();
        assertSame(search.ask(), once);
    }

    @Test
    void goesOnWhereItWasSaved() {
        problems().forEach(problem -> {
            SearchSetup<double[]> whole = setup(problem, 7);
            course(whole, 6, 100);
            StateWriter saved = new StateWriter();
            whole.search().save(saved);
            SearchSetup<double[]> other = setup(problem, 7);
            StateReader reader = new StateReader(saved.toBytes());
            other.search().load(reader);
            reader.end();
            assertSame(course(other, 6, 200), course(whole, 6, 200));
            assertThat(described(other)).isEqualTo(described(whole));
        });
    }

    private static String described(SearchSetup<double[]> setup) {
        Discoveries<double[]> found = setup.search().found();
        return found.best().stream()
                        .map(each -> Arrays.toString(each.candidate())
                                + Arrays.toString(each.fitness().costs()))
                        .toList()
                + found.figures().toString();
    }

    @Test
    void staysInTheBox() {
        problems().forEach(problem -> {
            VectorBox box = problem.vectors().orElseThrow().box();
            for (double[] asked : course(setup(problem, 3), 15, 1)) {
                double[] inside = asked.clone();
                box.clamp(inside);
                assertThat(asked).isEqualTo(inside);
            }
        });
    }

    @Test
    void theInvalidNeverWin() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<double[]> setup = setup(VectorProblems.HALF_INVALID, seed);
            course(setup, 15, 1);
            assertThat(setup.search().found().best()).isNotEmpty().allSatisfy(each -> {
                assertThat(each.fitness().valid()).isTrue();
                assertThat(each.candidate()[0]).isGreaterThan(0.2);
            });
        }
    }

    @Test
    void goesOnWhereNothingIsValid() {
        SearchSetup<double[]> setup = setup(VectorProblems.ALL_INVALID, 1);
        List<double[]> asked = course(setup, 10, 1);
        assertThat(setup.search().found().best()).isEmpty();
        assertThat(asked).allSatisfy(each -> assertThat(Arrays.stream(each)).allMatch(Double::isFinite));
    }

    @Test
    void findsBetterOnes() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<double[]> setup = setup(VectorProblems.SPHERE, seed);
            List<double[]> asked = course(setup, TRIALS / 20, 1);
            double first = VectorProblems.squares(asked.getFirst());
            assertThat(setup.search().found().best().getFirst().fitness().cost())
                    .isLessThan(Math.min(first, 0.05));
        }
    }

    @Test
    void noLuckyTrialLivesOnByItself() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<double[]> setup = setup(VectorProblems.NOISY, seed);
            course(setup, 30, seed);
            for (Solution<double[]> best : setup.search().found().best()) {
                Fitness fitness = best.fitness();
                assertThat(fitness.samples()).isGreaterThan(1);
            }
        }
    }

    @Test
    void drivenOnAnyThreadsToTheSameBits() {
        assertThat(driven(2)).isEqualTo(driven(1));
    }

    private String driven(int threads) {
        SearchSetup<double[]> setup = setup(VectorProblems.NOISY, 5);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
            Evolution<double[]> evolution =
                    new Evolution<>(setup, new EvolutionPlan(TRIALS, 3, OptionalDouble.empty()), 5, evaluator);
            while (evolution.step()) {}
            assertThat(evolution.trials()).isBetween(TRIALS / 2L, (long) TRIALS);
            return described(setup);
        }
    }
}
