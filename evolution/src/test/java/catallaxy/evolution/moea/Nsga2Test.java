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

class Nsga2Test extends VectorSearchContract<Nsga2Kind.Settings> {
    @Override
    protected SearchKind<Nsga2Kind.Settings> kind() {
        return new Nsga2Kind();
    }

    @Override
    protected Nsga2Kind.Settings settings() {
        return Nsga2Kind.Settings.standard();
    }

    private static Nsga2 search(int offspring, boolean noisy) {
        Nsga2Kind.Settings settings = new Nsga2Kind.Settings(offspring, true, RealVariation.standard());
        return new Nsga2(settings, VectorBox.cube(3, 0, 1), 2, 10, noisy, RandomStream.of(1, "nsga2"));
    }

    private static List<Fitness> linear(List<double[]> asked) {
        return asked.stream()
                .map(x -> Fitness.ofCosts(x[0] + x[2], 1 - x[0] + x[2]))
                .toList();
    }

    @Test
    void asksAPopulationThenOffspringAndSurvivorsWhereTrialsDiffer() {
        for (boolean noisy : new boolean[] {false, true}) {
            Nsga2 search = search(7, noisy);
            assertThat(search.ask()).hasSize(10);
            search.tell(linear(search.ask()));
            assertThat(search.ask()).hasSize(noisy ? 17 : 7);
        }
        assertThat(Nsga2Kind.Settings.standard().offspring(100, false)).isEqualTo(20);
        assertThat(Nsga2Kind.Settings.standard().offspring(100, true)).isEqualTo(100);
        assertThat(Nsga2Kind.Settings.standard().offspring(4, false)).isEqualTo(1);
    }

    @Test
    void keepsEverythingThatNoneDominatesWhileThereIsRoom() {
        Nsga2 search = search(10, false);
        List<double[]> all = new ArrayList<>();
        for (int generation = 0; generation < 30; generation++) {
            List<double[]> asked = search.ask();
            all.addAll(asked);
            search.tell(linear(asked));
            double least = all.stream().mapToDouble(x -> x[0] + x[2]).min().orElseThrow();
            assertThat(search.found().best().getFirst().fitness().costs()[0])
                    .as("ends are never dropped")
                    .isEqualTo(least);
        }
    }

    @Test
    void noOffspringOfTheInvalid() {
        Nsga2 search = search(10, false);
        List<double[]> asked = search.ask();
        List<Fitness> told = new ArrayList<>(linear(asked));
        for (int i = 1; i < told.size(); i++) {
            told.set(i, Fitness.invalid());
        }
        double[] only = asked.getFirst();
        search.tell(told);
        assertThat(search.found().best()).hasSize(1);
        assertThat(search.ask()).allSatisfy(child -> {
            int same = 0;
            for (int i = 0; i < child.length; i++) {
                same += child[i] == only[i] ? 1 : 0;
            }
            assertThat(same)
                    .as("all come of the one, and few of its variables are mutated")
                    .isPositive();
        });
    }
}
