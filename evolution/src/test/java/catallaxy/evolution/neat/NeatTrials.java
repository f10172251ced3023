package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Discoveries;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How a run went that solved its problem.
 *
 * @param trials      until then, of whole generations
 * @param hidden      nodes of the solution
 * @param connections enabled ones of the solution
 */
record NeatTrials(long trials, int hidden, int connections) {
    private static final long BUDGET = 200_000;

    /** A run with these settings beside the initial ones; fails where it does not solve the problem. */
    static NeatTrials of(EvolvableProblem problem, Map<String, ?> settings, int population, double target, long seed) {
        SearchContext context = new SearchContext(
                seed, population, false, BUDGET, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        NeatSettings neat = InitialSettings.of(NeatSettings.class, settings);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<Genome> evolution = new Evolution<>(
                    new NeatKind().setup(neat, problem, context),
                    new EvolutionPlan(BUDGET, 1, OptionalDouble.of(target)),
                    seed,
                    evaluator);
            while (evolution.step()) {}
            Discoveries<Genome> found = evolution.found();
            assertThat(-found.best().getFirst().fitness().cost())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(target);
            Genome solution = found.best().getFirst().candidate();
            return new NeatTrials(evolution.trials(), solution.count(NodeGene.Role.HIDDEN), solution.enabled());
        }
    }
}
