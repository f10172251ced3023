package catallaxy.evolution.genetic;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.VectorProblems;
import catallaxy.evolution.search.VectorSearchContract;
import org.junit.jupiter.api.Test;

class GeneticSearchTest extends VectorSearchContract<GeneticKind.Settings> {
    /** The initial settings with another way to cross and to halve. */
    static GeneticKind.Settings settings(Mating mating, int halving) {
        return new GeneticKind.Settings(3, mating, 0.7, 0.1, 0.3, 0.1, halving);
    }

    @Override
    protected SearchKind<GeneticKind.Settings> kind() {
        return new GeneticKind();
    }

    @Override
    protected GeneticKind.Settings settings() {
        return settings(Mating.INTERMEDIATE, 1);
    }

    @Test
    void problemsOfVectorsSuit() {
        assertThat(kind().misfit(VectorProblems.SPHERE)).isEmpty();
    }
}
