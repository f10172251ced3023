package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.fitness.FitnessSample;
import catallaxy.evolution.search.Search;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NoveltySearchTest extends VectorSearchContract<NoveltySettings> {
    private static final NoveltySettings STANDARD = NoveltySettings.standard();

    @Override
    protected SearchKind<NoveltySettings> kind() {
        return new NoveltyKind();
    }

    @Override
    protected NoveltySettings settings() {
        return STANDARD;
    }

    private static SearchSetup<double[]> setup(NoveltySettings settings, boolean noisy) {
        SearchContext context =
                new SearchContext(5, 20, noisy, 1000, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        return new NoveltyKind().setup(settings, VectorProblems.SPHERE, context);
    }

    /** Tells every candidate a fitness of its own. */
    private static void generation(SearchSetup<double[]> setup) {
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            setup.search().tell(evaluator.evaluate(setup.task(), setup.search().ask(), 1));
        }
    }

    private static NoveltySettings remembering(NoveltySettings.Archive archive, double threshold) {
        return new NoveltySettings(15, 0, archive, threshold, 3, 2, 0.5, 0);
    }

    private static double figure(SearchSetup<double[]> setup, String name) {
        return Objects.requireNonNull(setup.search().found().figures().get(name));
    }

    /** How many cells of a grid of ten by ten the candidates of the later generations lie in. */
    private static int cells(NoveltySettings settings) {
        SearchSetup<double[]> setup = setup(settings, false);
        Set<Integer> cells = new TreeSet<>();
        for (int i = 0; i < 40; i++) {
            for (double[] asked : i < 10 ? List.<double[]>of() : setup.search().ask()) {
                cells.add(11 * (int) (5 * asked[0] + 5) + (int) (5 * asked[1] + 5));
            }
            generation(setup);
        }
        return cells.size();
    }

    @Test
    void noveltySpreadsAndTheObjectiveGathers() {
        assertThat(cells(STANDARD)).isGreaterThan(50);
        assertThat(cells(STANDARD.withObjectiveWeight(1))).isLessThan(40);
    }

    @Test
    void theThresholdFollowsHowManyAreRemembered() {
        SearchSetup<double[]> low = setup(remembering(NoveltySettings.Archive.THRESHOLD, 1e-3), false);
        generation(low);
        assertThat(figure(low, "archive")).isEqualTo(20);
        assertThat(figure(low, "threshold")).isEqualTo(1.2e-3);
        SearchSetup<double[]> high = setup(remembering(NoveltySettings.Archive.THRESHOLD, 100), false);
        for (int i = 0; i < NoveltySearch.IDLE; i++) {
            assertThat(figure(high, "threshold")).isEqualTo(100);
            generation(high);
        }
        assertThat(figure(high, "archive")).isZero();
        assertThat(figure(high, "threshold")).isEqualTo(95);
    }

    @Test
    void orRemembersSomeAtRandom() {
        SearchSetup<double[]> setup = setup(remembering(NoveltySettings.Archive.RANDOM, 0.03), false);
        generation(setup);
        generation(setup);
        assertThat(figure(setup, "archive")).isEqualTo(6);
        assertThat(figure(setup, "threshold")).isEqualTo(0.03);
    }

    @Test
    void theInvalidAreNotRemembered() {
        SearchSetup<double[]> setup = setup(remembering(NoveltySettings.Archive.THRESHOLD, 1e-9), false);
        List<double[]> asked = setup.search().ask();
        setup.search().tell(asked.stream().map(_ -> Fitness.invalid()).toList());
        assertThat(figure(setup, "archive")).isZero();
    }

    @Test
    void whoProvedLuckyLosesItsFame() {
        Search<double[]> search = setup(STANDARD.withObjectiveWeight(1), true).search();
        search.tell(search.ask().stream().map(each -> told(each, 0)).toList());
        double[] lucky = search.ask().get(20);
        search.tell(search.ask().stream()
                .map(each -> told(each, Arrays.equals(each, lucky) ? -10 : 0))
                .toList());
        assertThat(search.found().best().getFirst().candidate()).isSameAs(lucky);
        search.tell(search.ask().stream()
                .map(each -> told(each, Arrays.equals(each, lucky) ? 100 : 0))
                .toList());
        assertThat(search.found().best().getFirst().candidate()).isNotSameAs(lucky);
        assertThat(search.found().best().getFirst().fitness().cost()).isLessThan(2);
    }

    private static Fitness told(double[] candidate, double luck) {
        return Fitness.of(
                VectorProblems.SPHERE.vectors().orElseThrow().objectives(),
                FitnessSample.of(
                        new double[] {VectorProblems.squares(candidate) / 3 + luck},
                        new double[] {candidate[0], candidate[1]}));
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> STANDARD.withObjectiveWeight(1.1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("objectiveWeight");
        assertThatThrownBy(() -> remembering(NoveltySettings.Archive.RANDOM, 0))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("threshold");
    }
}
