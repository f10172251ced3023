package catallaxy.evolution.moea;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.SearchKind;
import catallaxy.evolution.search.VectorSearchContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoeadTest extends VectorSearchContract<MoeadKind.Settings> {
    @Override
    protected SearchKind<MoeadKind.Settings> kind() {
        return new MoeadKind();
    }

    @Override
    protected MoeadKind.Settings settings() {
        return MoeadKind.Settings.standard();
    }

    private static Moead search(int replacements) {
        MoeadKind.Settings settings = new MoeadKind.Settings(
                Scalarisation.TCHEBYCHEFF,
                4,
                0.9,
                replacements,
                false,
                MoeadKind.Parents.SBX,
                0.5,
                1,
                RealVariation.standard());
        return new Moead(settings, VectorBox.cube(3, 0, 1), 2, 11, false, RandomStream.of(1, "moead"));
    }

    private static List<Fitness> told(List<double[]> asked, double shift) {
        return asked.stream()
                .map(x -> Fitness.ofCosts(x[0] + shift, 1 - x[0] + shift))
                .toList();
    }

    @Test
    void aWinnerOfAllTakesNoMoreThanItsLimit() {
        for (int limit = 1; limit <= 3; limit++) {
            Moead search = search(limit);
            search.tell(told(search.ask(), 1));
            List<Fitness> told = new ArrayList<>(told(search.ask(), 5));
            told.set(0, Fitness.ofCosts(0, 0));
            search.tell(told);
            assertThat(search.found().best()).hasSize(1);
            assertThat(search.homesOf(search.found().best().getFirst())).isEqualTo(limit);
        }
    }

    @Test
    void subproblemsWithoutAValidOneTakeAny() {
        Moead search = search(11);
        List<Fitness> told = new ArrayList<>(told(search.ask(), 0));
        for (int i = 1; i < told.size(); i++) {
            told.set(i, Fitness.invalid());
        }
        search.tell(told);
        assertThat(search.homesOf(search.found().best().getFirst())).isEqualTo(11);
    }
}
