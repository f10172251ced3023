package catallaxy.evolution.moea;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.front.FrontFunction;
import catallaxy.evolution.front.FrontProblem;
import catallaxy.evolution.front.Hypervolume;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.StreamSupport;
import org.moeaframework.algorithm.NSGAII;
import org.moeaframework.core.PRNG;
import org.uma.jmetal.algorithm.multiobjective.nsgaii.NSGAIIBuilder;
import org.uma.jmetal.operator.crossover.impl.SBXCrossover;
import org.uma.jmetal.operator.mutation.impl.PolynomialMutation;
import org.uma.jmetal.problem.doubleproblem.DoubleProblem;
import org.uma.jmetal.solution.doublesolution.DoubleSolution;
import org.uma.jmetal.util.pseudorandom.JMetalRandom;

/**
 * A program that lets NSGA-II of this project, of MOEA Framework and of jMetal search the same fronts, turn by turn in one process, and
 * prints for each the median over seeds of the hypervolume of the last population, measured by {@link Hypervolume}, and of trials per
 * second of processor time. Each runs with what its authors take where nothing is said, but for the population of 100.
 */
public final class FrontRivals {
    private static final int POPULATION = 100;
    private static final double WARM_UP_SECONDS = 1;

    private FrontRivals() {}

    /** One of those that search. */
    @FunctionalInterface
    private interface Searcher {
        /** Costs of the last population, {@code [S][M]}. */
        double[][] search(FrontFunction function, int evaluations, long seed);
    }

    /** Arguments: seeds (default 11), the first of them (default 1), trials of each search (default 25 000). */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        int first = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
        int evaluations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 25_000;
        Map<String, Searcher> searchers = new LinkedHashMap<>();
        searchers.put("catallaxy", FrontRivals::ours);
        searchers.put("MOEA Framework", FrontRivals::moeaFramework);
        searchers.put("jMetal", FrontRivals::jMetal);
        searchers.forEach((_, searcher) -> warmUp(searcher, evaluations));
        for (FrontFunction function : FrontFunction.values()) {
            double[][] volumes = new double[searchers.size()][seeds];
            double[][] rates = new double[searchers.size()][seeds];
            for (int i = 0; i < seeds; i++) {
                int at = 0;
                for (Searcher searcher : searchers.values()) {
                    long start = cpuNanos();
                    double[][] costs = searcher.search(function, evaluations, first + i);
                    rates[at][i] = evaluations * 1e9 / (cpuNanos() - start);
                    volumes[at++][i] = volume(function, costs);
                }
            }
            int at = 0;
            for (String name : searchers.keySet()) {
                print(function, name, volumes[at], rates[at++]);
            }
        }
    }

    private static void warmUp(Searcher searcher, int evaluations) {
        long start = cpuNanos();
        for (int seed = -1; cpuNanos() - start < WARM_UP_SECONDS * 1e9; seed--) {
            searcher.search(FrontFunction.ZDT1, evaluations, seed);
        }
    }

    private static void print(FrontFunction function, String name, double[] volumes, double[] rates) {
        Arrays.sort(volumes);
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "%-6s %-15s hypervolume %.5f (%.5f–%.5f)  trials/s %,10.0f%n",
                function,
                name,
                volumes[volumes.length / 2],
                volumes[0],
                volumes[volumes.length - 1],
                rates[rates.length / 2]);
    }

    private static double volume(FrontFunction function, double[][] costs) {
        double[] reference = new double[function.objectives()];
        Arrays.fill(reference, function == FrontFunction.DTLZ1 ? 0.5 : 1);
        return Hypervolume.of(costs, reference);
    }

    /** Of this thread, so that other load on the machine counts little; garbage collection is not in it. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double[][] ours(FrontFunction function, int evaluations, long seed) {
        EvolvableProblem problem = new FrontProblem(function, 0);
        SearchContext context = new SearchContext(
                seed, POPULATION, false, evaluations, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<double[]> setup = new Nsga2Kind().setup(Nsga2Kind.Settings.standard(), problem, context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<double[]> evolution = new Evolution<>(
                    setup, new EvolutionPlan(evaluations, 1, OptionalDouble.empty()), seed, evaluator);
            while (evolution.step()) {}
            return evolution.found().costs();
        }
    }

    private static double[][] moeaFramework(FrontFunction function, int evaluations, long seed) {
        PRNG.setSeed(seed);
        NSGAII algorithm = new NSGAII(
                switch (function) {
                    case ZDT1 -> new org.moeaframework.problem.ZDT.ZDT1();
                    case ZDT2 -> new org.moeaframework.problem.ZDT.ZDT2();
                    case ZDT3 -> new org.moeaframework.problem.ZDT.ZDT3();
                    case ZDT4 -> new org.moeaframework.problem.ZDT.ZDT4();
                    case ZDT6 -> new org.moeaframework.problem.ZDT.ZDT6();
                    case DTLZ1 -> new org.moeaframework.problem.DTLZ.DTLZ1(3);
                    case DTLZ2 -> new org.moeaframework.problem.DTLZ.DTLZ2(3);
                });
        while (algorithm.getNumberOfEvaluations() < evaluations) {
            algorithm.step();
        }
        return StreamSupport.stream(algorithm.getResult().spliterator(), false)
                .map(org.moeaframework.core.Solution::getObjectiveValues)
                .toArray(double[][]::new);
    }

    private static double[][] jMetal(FrontFunction function, int evaluations, long seed) {
        JMetalRandom.getInstance().setSeed(seed);
        DoubleProblem problem =
                switch (function) {
                    case ZDT1 -> new org.uma.jmetal.problem.multiobjective.zdt.ZDT1();
                    case ZDT2 -> new org.uma.jmetal.problem.multiobjective.zdt.ZDT2();
                    case ZDT3 -> new org.uma.jmetal.problem.multiobjective.zdt.ZDT3();
                    case ZDT4 -> new org.uma.jmetal.problem.multiobjective.zdt.ZDT4();
                    case ZDT6 -> new org.uma.jmetal.problem.multiobjective.zdt.ZDT6();
                    case DTLZ1 -> new org.uma.jmetal.problem.multiobjective.dtlz.DTLZ1();
                    case DTLZ2 -> new org.uma.jmetal.problem.multiobjective.dtlz.DTLZ2();
                };
        var algorithm = new NSGAIIBuilder<DoubleSolution>(
                        problem,
                        new SBXCrossover(0.9, 20),
                        new PolynomialMutation(1.0 / problem.numberOfVariables(), 20),
                        POPULATION)
                .setMaxEvaluations(evaluations)
                .build();
        algorithm.run();
        return algorithm.result().stream().map(DoubleSolution::objectives).toArray(double[][]::new);
    }
}
