package catallaxy.evolution.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import catallaxy.environment.base.check.InvalidValueException;
import catallaxy.evolution.fitness.FitnessEvaluator;
import catallaxy.evolution.search.Niches;
import catallaxy.evolution.search.SearchContext;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.SearchSetup;
import catallaxy.evolution.search.Squash;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class CmaMeTest extends VectorSearchContract<CmaMeSettings> {
    private static final CmaMeSettings FOUR = new CmaMeSettings(List.of(10), 4, 0.5, 0.1, 10);

    @Override
    protected SearchKind<CmaMeSettings> kind() {
        return new CmaMeKind();
    }

    @Override
    protected CmaMeSettings settings() {
        return FOUR;
    }

    private static SearchSetup<double[]> setup(int population) {
        SearchContext context =
                new SearchContext(5, population, false, 10_000, new SearchContext.NetworkShape(List.of(), Squash.TANH));
        return new CmaMeKind().setup(FOUR, VectorProblems.SPHERE, context);
    }

    @Test
    void emittersShareAGeneration() {
        assertThat(setup(20).search().ask()).hasSize(20);
        assertThat(setup(2).search().ask()).as("at least two of each").hasSize(8);
        assertThat(setup(0).search().ask()).hasSize(4 * 36);
    }

    @Test
    void fillsTheGridWithTheBestOfEachCell() {
        SearchSetup<double[]> setup = setup(40);
        try (FitnessEvaluator evaluator = new FitnessEvaluator(1)) {
            for (int i = 0; i < 250; i++) {
                setup.search()
                        .tell(evaluator.evaluate(setup.task(), setup.search().ask(), i));
            }
        }
        Niches<double[]> niches = setup.search().found().niches().orElseThrow();
        assertThat(niches.elites()).hasSize(100);
        niches.elites().forEach((cell, elite) -> {
            int column = cell / 10;
            int row = cell % 10;
            assertThat(elite.fitness().cost() - least(column) - least(row))
                    .as("above the least of the cell")
                    .isBetween(0.0, 0.1);
        });
    }

    /** The least square of a number in one of ten equal parts from −1 to 1. */
    private static double least(int part) {
        double near = Math.max(0, Math.abs(part - 4.5) - 0.5) / 5;
        return near * near;
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new CmaMeSettings(List.of(10), 0, 0.5, 0.1, 10))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("emitters");
    }
}
