package catallaxy.evolution.moea;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.front.FrontFunction;
import catallaxy.evolution.front.FrontProblem;
import catallaxy.evolution.search.Evolution;
import catallaxy.evolution.search.EvolutionPlan;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What both searches make of fronts that are known, over seeds. */
class FrontSearchTest {
    /** Hypervolume of NSGA-II after 25,000 trials, in the median. */
    private static final Map<FrontFunction, Double> AIMS = Map.of(
            FrontFunction.ZDT1, 0.6605,
            FrontFunction.ZDT2, 0.3275,
            FrontFunction.ZDT3, 1.041,
            FrontFunction.ZDT4, 0.65,
            FrontFunction.ZDT6, 0.319,
            FrontFunction.DTLZ2, 0.36);

    @SuppressWarnings("unchecked")
    private static <S extends Record> double hypervolume(
            SearchKind<S> kind, S settings, FrontFunction function, long seed) {
        EvolvableProblem problem = new FrontProblem(function, 0);
        SearchContext context =
                new SearchContext(seed, 100, false, 25_000, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        SearchSetup<double[]> setup = (SearchSetup<double[]>) kind.setup(settings, problem, context);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            Evolution<double[]> evolution =
                    new Evolution<>(setup, new EvolutionPlan(25_000, 1, OptionalDouble.empty()), seed, evaluator);
            while (evolution.step()) {}
            assertThat(evolution.found().best()).hasSizeBetween(2, 100);
            return problem.referee().orElseThrow().score().of(evolution.found());
        }
    }

    private static <S extends Record> double median(SearchKind<S> kind, S settings, FrontFunction function) {
        return LongStream.rangeClosed(1, 3)
                .mapToDouble(seed -> hypervolume(kind, settings, function, seed))
                .sorted()
                .toArray()[1];
    }

    private static double decomposed(Scalarisation scalarisation, MoeadKind.Parents parents, FrontFunction function) {
        MoeadKind.Settings settings =
                new MoeadKind.Settings(scalarisation, 20, 0.9, 2, false, parents, 0.5, 1, RealVariation.standard());
        return median(new MoeadKind(), settings, function);
    }

    @Test
    void nsga2ComesNearToWholeFronts() {
        AIMS.forEach((function, aim) -> assertThat(median(new Nsga2Kind(), Nsga2Kind.Settings.standard(), function))
                .as(function.name())
                .isBetween(
                        aim,
                        new FrontProblem(function, 0).referee().orElseThrow().optimum()));
    }

    @Test
    void thinningOneByOneIsTheBetter() {
        Nsga2Kind.Settings atOnce = new Nsga2Kind.Settings(0, false, RealVariation.standard());
        assertThat(median(new Nsga2Kind(), atOnce, FrontFunction.ZDT1))
                .isLessThan(median(new Nsga2Kind(), Nsga2Kind.Settings.standard(), FrontFunction.ZDT1));
    }

    @Test
    void moeadComesNearToWholeFronts() {
        assertThat(decomposed(Scalarisation.TCHEBYCHEFF, MoeadKind.Parents.SBX, FrontFunction.ZDT1))
                .isGreaterThan(0.66);
        assertThat(decomposed(Scalarisation.TCHEBYCHEFF, MoeadKind.Parents.SBX, FrontFunction.ZDT2))
                .isGreaterThan(0.327);
        assertThat(decomposed(Scalarisation.PBI, MoeadKind.Parents.SBX, FrontFunction.DTLZ2))
                .isGreaterThan(0.41);
        assertThat(decomposed(Scalarisation.TCHEBYCHEFF, MoeadKind.Parents.DE, FrontFunction.DTLZ2))
                .isGreaterThan(0.35);
    }

    @Test
    void sumsOfWeightsFindOnlyTheEndsOfAConcaveFront() {
        assertThat(decomposed(Scalarisation.WEIGHTED_SUM, MoeadKind.Parents.SBX, FrontFunction.ZDT1))
                .isGreaterThan(0.64);
        assertThat(decomposed(Scalarisation.WEIGHTED_SUM, MoeadKind.Parents.SBX, FrontFunction.ZDT2))
                .isLessThan(0.1);
    }
}
