package catallaxy.scenarios.bench;

import catallaxy.agents.evolution.EvolvedProblem;
import catallaxy.agents.problem.CartPoleProblem;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.strategy.OpenAiEsKind;
import java.util.List;

/**
 * An evolution strategy at cart-pole, from its first generation on until so many steps of the environment are over: networks,
 * worlds and the strategy itself. In cart-pole a return is a number of steps.
 */
final class EvolutionWorkload implements Workload {
    static final int THREADS = 2;
    static final int HIDDEN = 16;

    private static final long SEED = 1;
    private static final int SAMPLES = 4;

    private final EvolvedProblem problem = EvolvedProblem.of(CartPoleProblem.standard());

    @Override
    public long run(int operations) {
        SearchContext context = new SearchContext(
                SEED, 0, true, operations, new SearchContext.NetworkShape(List.of(HIDDEN), Squash.TANH));
        return evolved(new OpenAiEsKind().setup(OpenAiEsKind.Settings.standard(), problem, context), operations);
    }

    /** The generations that were needed. */
    private static <C> long evolved(SearchSetup<C> setup, long least) {
        long[] seeds = new long[SAMPLES];
        long generation = 0;
        try (FitnessEvaluator evaluator = new FitnessEvaluator(THREADS)) {
            for (long steps = 0; steps < least; generation++) {
                for (int i = 0; i < SAMPLES; i++) {
                    seeds[i] = SAMPLES * generation + i;
                }
                List<Fitness> found =
                        evaluator.evaluate(setup.task(), setup.search().ask(), seeds);
                setup.search().tell(found);
                for (Fitness each : found) {
                    steps += Math.round(-each.cost() * each.samples());
                }
            }
        }
        return generation;
    }
}
