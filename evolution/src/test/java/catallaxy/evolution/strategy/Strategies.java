package catallaxy.evolution.strategy;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.OptionalDouble;

/** Runs strategies to their end, for tests. */
final class Strategies {
    private Strategies() {}

    /** What a run came to. */
    record Outcome(Discoveries<?> any, long trials) {
        @SuppressWarnings("unchecked")
        Discoveries<double[]> found() {
            return (Discoveries<double[]>) any;
        }

        double cost() {
            return any.costs()[0][0];
        }
    }

    static <S extends Record> Outcome solve(
            SearchKind<S> kind, S settings, EvolvableProblem problem, int population, long trials, long seed) {
        return solve(kind, settings, problem, population, trials, seed, 1e-9);
    }

    static <S extends Record> Outcome solve(
            SearchKind<S> kind,
            S settings,
            EvolvableProblem problem,
            int population,
            long trials,
            long seed,
            double target) {
        boolean noisy = problem.vectors().orElseThrow().noisy();
        SearchContext context = new SearchContext(
                seed, population, noisy, trials, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<?> evolution = new Evolution<>(
                    kind.setup(settings, problem, context),
                    new EvolutionPlan(trials, 1, OptionalDouble.of(target)),
                    seed,
                    evaluator);
            while (evolution.step()) {}
            return new Outcome(evolution.found(), evolution.trials());
        }
    }
}
