package catallaxy.evolution.search;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.FitnessEvaluator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every search keeps to, whatever it evolves.
 *
 * @param <S> settings of the search
 * @param <C> what is evolved
 */
public abstract class SearchContract<S extends Record, C> {
    /** Trials of one search here. */
    protected static final int TRIALS = 2000;

    /** What makes a problem hard. */
    public enum Trouble {
        /** Nothing does. */
        NONE,
        /** Trials of one candidate differ by far more than candidates do. */
        NOISE,
        /** About half of all candidates fail. */
        HALF_INVALID,
        /** All candidates fail. */
        ALL_INVALID
    }

    /** The kind under test. */
    protected abstract SearchKind<S> kind();

    /** Its settings. */
    protected abstract S settings();

    /** A problem of one cost, which is about 1 in the mean of what a search begins with and 0 at best. */
    protected abstract EvolvableProblem problem(Trouble trouble);

    /** All of a candidate. */
    protected abstract String text(C candidate);

    /** The search of a problem. */
    @SuppressWarnings("unchecked")
    protected final SearchSetup<C> setup(Trouble trouble, long seed) {
        boolean noisy = trouble == Trouble.NOISE;
        SearchContext context =
                new SearchContext(seed, 20, noisy, TRIALS, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        return (SearchSetup<C>) kind().setup(settings(), problem(trouble), context);
    }

    /** All that is asked in so many generations. */
    protected final List<String> course(SearchSetup<C> setup, int generations, long luck) {
        List<String> all = new ArrayList<>();
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            for (int i = 0; i < generations; i++) {
                List<C> asked = setup.search().ask();
                assertThat(asked).isNotEmpty();
                asked.forEach(each -> all.add(text(each)));
                setup.search().tell(evaluator.evaluate(setup.task(), asked, luck + i));
            }
        }
        return all;
    }

    private static Stream<Trouble> searchable() {
        return Stream.of(Trouble.NONE, Trouble.NOISE, Trouble.HALF_INVALID);
    }

    @Test
    void aFunctionOfItsSeed() {
        searchable().forEach(trouble -> {
            List<String> once = course(setup(trouble, 7), 12, 100);
            assertThat(course(setup(trouble, 7), 12, 100)).isEqualTo(once);
            assertThat(course(setup(trouble, 8), 12, 100).getFirst()).isNotEqualTo(once.getFirst());
        });
    }

    @Test
    void asksTheSameUntilItIsTold() {
        Search<C> search = setup(Trouble.NONE, 7).search();
        List<String> once = search.ask().stream().map(this::text).toList();
        assertThat(search.ask().stream().map(this::text)).containsExactlyElementsOf(once);
    }

    @Test
    void goesOnWhereItWasSaved() {
        searchable().forEach(trouble -> {
            SearchSetup<C> whole = setup(trouble, 7);
            course(whole, 6, 100);
            StateWriter saved = new StateWriter();
            whole.search().save(saved);
            SearchSetup<C> other = setup(trouble, 7);
            StateReader reader = new StateReader(saved.toBytes());
            other.search().load(reader);
            reader.end();
            assertThat(course(other, 6, 200)).isEqualTo(course(whole, 6, 200));
            assertThat(described(other)).isEqualTo(described(whole));
        });
    }

    private String described(SearchSetup<C> setup) {
        Discoveries<C> found = setup.search().found();
        return found.best().stream()
                        .map(each -> text(each.candidate())
                                + Arrays.toString(each.fitness().costs()))
                        .toList()
                + found.figures().toString();
    }

    @Test
    void theInvalidNeverWin() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<C> setup = setup(Trouble.HALF_INVALID, seed);
            course(setup, 15, 1);
            assertThat(setup.search().found().best()).isNotEmpty().allSatisfy(each -> {
                assertThat(each.fitness().valid()).isTrue();
                assertThat(setup.task().sample(each.candidate(), 1).valid()).isTrue();
            });
        }
    }

    @Test
    void goesOnWhereNothingIsValid() {
        SearchSetup<C> setup = setup(Trouble.ALL_INVALID, 1);
        assertThat(course(setup, 10, 1)).allSatisfy(each -> assertThat(each).doesNotContain("NaN", "Infinity"));
        assertThat(setup.search().found().best()).isEmpty();
    }

    @Test
    void findsBetterOnes() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<C> setup = setup(Trouble.NONE, seed);
            double first =
                    setup.task().sample(setup.search().ask().getFirst(), 1).values()[0];
            course(setup, TRIALS / 20, 1);
            assertThat(setup.search().found().best().getFirst().fitness().cost())
                    .isLessThan(Math.min(first, 0.05));
        }
    }

    @Test
    void noLuckyTrialLivesOnByItself() {
        for (long seed = 1; seed <= 5; seed++) {
            SearchSetup<C> setup = setup(Trouble.NOISE, seed);
            course(setup, 30, seed);
            assertThat(setup.search().found().best())
                    .allSatisfy(best -> assertThat(best.fitness().samples()).isGreaterThan(1));
        }
    }

    @Test
    void drivenOnAnyThreadsToTheSameBits() {
        assertThat(driven(2)).isEqualTo(driven(1));
    }

    private String driven(int threads) {
        SearchSetup<C> setup = setup(Trouble.NOISE, 5);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(threads)) {
            Evolution<C> evolution =
                    new Evolution<>(setup, new EvolutionPlan(TRIALS, 3, OptionalDouble.empty()), 5, evaluator);
            while (evolution.step()) {}
            assertThat(evolution.trials()).isBetween(TRIALS / 2L, (long) TRIALS);
            return described(setup);
        }
    }
}
