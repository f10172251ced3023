package catallaxy.agents.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Solution;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.strategy.CmaEsKind;
import catallaxy.evolution.strategy.OpenAiEsKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strategies balance the pole; judged by episodes that evolution did not meet. */
class EvolvedCartPoleTest {
    private static <S extends Record> double heldOut(
            SearchKind<S> kind, S settings, List<Integer> hidden, long trials, long seed) {
        EvolvedProblem problem = EvolvedProblem.of(CartPoleProblem.standard());
        SearchContext context =
                new SearchContext(seed, 0, true, trials, new SearchContext.NetworkShape(hidden, Squash.TANH));
        return best(kind.setup(settings, problem, context), trials, seed);
    }

    private static <C> double best(SearchSetup<C> setup, long trials, long seed) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(2)) {
            Evolution<C> evolution =
                    new Evolution<>(setup, new EvolutionPlan(trials, 2, OptionalDouble.empty()), seed, evaluator);
            while (evolution.step()) {}
            Solution<C> found = evolution.found().best().getFirst();
            long[] unseen = LongStream.range(1_000_000, 1_000_100).toArray();
            return -evaluator
                    .evaluate(setup.task(), List.of(found.candidate()), unseen)
                    .getFirst()
                    .cost();
        }
    }

    @Test
    void balancedByBothStrategies() {
        assertThat(heldOut(new OpenAiEsKind(), OpenAiEsKind.Settings.standard(), List.of(), 4000, 1))
                .isGreaterThan(400);
        assertThat(heldOut(new CmaEsKind(), CmaEsKind.Settings.standard(), List.of(), 4000, 1))
                .isGreaterThan(400);
    }

    @Test
    @Tag("long")
    void balancedForGoodWithEverySeed() {
        for (long seed = 1; seed <= 10; seed++) {
            double mean = heldOut(new OpenAiEsKind(), OpenAiEsKind.Settings.standard(), List.of(16), 20_000, seed);
            assertThat(mean).as("seed %d", seed).isEqualTo(500);
        }
    }
}
