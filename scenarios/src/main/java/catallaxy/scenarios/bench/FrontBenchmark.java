package catallaxy.scenarios.bench;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.front.FrontFunction;
import catallaxy.evolution.front.FrontProblem;
import catallaxy.evolution.moea.Nsga2Kind;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** The benchmark of evolution's own cost: trials that take next to no time. */
final class FrontBenchmark {
    private static final int TRIALS = 250_000;
    private static final int POPULATION = 100;

    static final Benchmark NSGA2_ZDT1 = new Benchmark(
            "nsga2-zdt1",
            "trials of NSGA-II on ZDT1 with 30 variables, population " + POPULATION + ", one core",
            FigureKind.OPERATIONS_PER_SECOND,
            "trials/s",
            TRIALS,
            () -> FrontBenchmark::evolved);

    private FrontBenchmark() {}

    /** Returns the bits of the found front's costs. */
    private static long evolved(int trials) {
        SearchContext context =
                new SearchContext(1, POPULATION, false, trials, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<double[]> setup =
                new Nsga2Kind().setup(Nsga2Kind.Settings.standard(), new FrontProblem(FrontFunction.ZDT1, 0), context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<double[]> evolution =
                    new Evolution<>(setup, new EvolutionPlan(trials, 1, OptionalDouble.empty()), 1, evaluator);
            while (evolution.step()) {}
            return Arrays.deepHashCode(evolution.found().costs());
        }
    }
}
