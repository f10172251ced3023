package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.search.EvolvableProblem;
import catallaxy.evolution.search.Niches;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MapElitesTest extends VectorSearchContract<MapElitesSettings> {
    private static final MapElitesSettings TEN = MapElitesSettings.of(10);
    private static final MapElitesSettings THREE = new MapElitesSettings(List.of(5, 5, 5), 100, 0.06, 0.2, 0.1, 10);

    /** One trial in twenty is a stroke of luck that no honest candidate comes near to. */
    private static final EvolvableProblem LUCK = VectorProblems.posed(true, (x, seed) -> {
        RandomStream luck = RandomStream.of(seed, Arrays.toString(x));
        return FitnessSample.of(VectorProblems.squares(x) - (luck.nextDouble() < 0.05 ? 10 : 0));
    });

    @Override
    protected SearchKind<MapElitesSettings> kind() {
        return new MapElitesKind();
    }

    @Override
    protected MapElitesSettings settings() {
        return TEN;
    }

    private static SearchSetup<double[]> setup(MapElitesSettings settings, EvolvableProblem problem, long seed) {
        boolean noisy = problem.vectors().orElseThrow().noisy();
        SearchContext context =
                new SearchContext(seed, 20, noisy, 10_000, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        return new MapElitesKind().setup(settings, problem, context);
    }

    private static Niches<double[]> niches(SearchSetup<double[]> setup, int generations) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            for (int i = 0; i < generations; i++) {
                Search<double[]> search = setup.search();
                search.tell(evaluator.evaluate(setup.task(), search.ask(), i));
            }
        }
        return setup.search().found().niches().orElseThrow();
    }

    @Test
    void keepsTheBestOfEachCell() {
        SearchSetup<double[]> setup = setup(TEN, VectorProblems.SPHERE, 3);
        TreeMap<Integer, Double> naive = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            List<double[]> asked = setup.search().ask();
            List<Fitness> fitness = new ArrayList<>();
            for (double[] x : asked) {
                double cost = VectorProblems.squares(x);
                fitness.add(Fitness.of(
                        setup.task().objectives(), FitnessSample.of(new double[] {cost}, new double[] {x[0], x[1]})));
                naive.merge(cell(x[0]) * 10 + cell(x[1]), cost, Math::min);
            }
            setup.search().tell(fitness);
        }
        Map<Integer, Double> kept = new TreeMap<>();
        setup.search()
                .found()
                .niches()
                .orElseThrow()
                .elites()
                .forEach((cell, elite) -> kept.put(cell, elite.fitness().cost()));
        assertThat(kept).isEqualTo(naive).hasSize(100);
    }

    private static int cell(double x) {
        return (int) Math.min(9, Math.floor((x + 1) * 5));
    }

    @Test
    void sayingHowManyAreRandomAtFirst() {
        SearchSetup<double[]> setup = setup(TEN.withInitial(60), VectorProblems.SPHERE, 3);
        SearchSetup<double[]> all = setup(TEN.withInitial(1000), VectorProblems.SPHERE, 3);
        niches(setup, 3);
        niches(all, 3);
        assertThat(describe(setup)).isNotEqualTo(describe(all));
        SearchSetup<double[]> shorter = setup(TEN.withInitial(60), VectorProblems.SPHERE, 3);
        SearchSetup<double[]> longer = setup(TEN.withInitial(1000), VectorProblems.SPHERE, 3);
        niches(shorter, 2);
        niches(longer, 2);
        assertThat(describe(shorter)).isEqualTo(describe(longer));
    }

    private static String describe(SearchSetup<double[]> setup) {
        return setup.search().ask().stream().map(Arrays::toString).toList().toString();
    }

    @Test
    void invalidOnesLiveNowhere() {
        Niches<double[]> niches = niches(setup(TEN, VectorProblems.HALF_INVALID, 3), 100);
        assertThat(niches.elites().values())
                .isNotEmpty()
                .allSatisfy(elite -> assertThat(elite.candidate()[0]).isGreaterThan(0.2));
    }

    /** How many elites claim what takes luck in almost half of their trials. */
    private static long lucky(MapElitesSettings settings, long seed) {
        Niches<double[]> niches = niches(setup(settings, LUCK, seed), 400);
        assertThat(niches.elites()).hasSize(25);
        assertThat(niches.elites().values())
                .extracting(elite -> elite.fitness().samples())
                .allMatch(samples -> samples > 1);
        return niches.elites().values().stream()
                .filter(elite -> elite.fitness().cost() < -4)
                .count();
    }

    @Test
    void theLuckyLoseTheirCells() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(lucky(MapElitesSettings.of(5), seed)).isLessThan(4);
        }
    }

    @Test
    void withoutFurtherTrialsTheLuckyStay() {
        assertThat(lucky(new MapElitesSettings(List.of(5), 100, 0.06, 0.2, 0, 2), 1))
                .isGreaterThan(10);
    }

    @Test
    void cellsAreChecked() {
        assertThatThrownBy(() -> setup(THREE, VectorProblems.SPHERE, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("one for each of the 2 descriptors");
        assertThatThrownBy(() -> setup(MapElitesSettings.of(20_000), VectorProblems.SPHERE, 1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("at most");
    }
}
