package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.Solution;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpeciationTest {
    private static final SpeciationSettings INITIAL = InitialSettings.of(SpeciationSettings.class);

    private final RandomStream random = RandomStream.of(1, "speciation");

    private static Solution<Genome> near(int... innovations) {
        return new Solution<>(Genomes.marked(innovations), Fitness.ofCosts(1));
    }

    private static List<Integer> sizes(Speciation speciation) {
        return speciation.species().stream().map(each -> each.members().size()).toList();
    }

    @Test
    void theNearAreOfOneSpeciesAndOldSpeciesComeFirst() {
        Speciation speciation = new Speciation(INITIAL);
        speciation.regroup(List.of(near(1), near(1, 2), near(1, 3, 4, 5), near(1, 3, 4)), random);
        assertThat(sizes(speciation)).containsExactly(3, 1);
        speciation.regroup(List.of(near(1, 3, 4, 5, 6), near(1, 3, 4, 5, 6, 7, 8, 9)), random);
        assertThat(sizes(speciation)).as("the first is gone").containsExactly(1, 1);
    }

    @Test
    void theThresholdMovesTowardsTheWantedNumber() {
        for (int target : new int[] {2, 6, 12}) {
            Speciation speciation =
                    new Speciation(InitialSettings.of(SpeciationSettings.class, Map.of("target", target)));
            List<Solution<Genome>> population = IntStream.range(0, 60)
                    .mapToObj(i -> new Solution<>(Genomes.grown(true, i / 6, i), Fitness.ofCosts(i)))
                    .toList();
            for (int i = 0; i < 60; i++) {
                speciation.regroup(population, random);
            }
            assertThat((double) speciation.species().size()).isCloseTo(target, within(2 + target / 4.0));
            assertThat(speciation.threshold()).isNotEqualTo(INITIAL.threshold());
        }
    }

    @Test
    void ageIsCountedFromTheLastImprovement() {
        Species species = new Species(Genomes.marked(1));
        for (double cost : new double[] {5, 5, 6, 4, 4}) {
            species.aged(cost);
        }
        assertThat(species.stagnation()).isEqualTo(1);
        species.members().add(near(1));
        StateWriter out = new StateWriter();
        species.save(out);
        Species loaded = Species.load(new StateReader(out.toBytes()));
        loaded.aged(4);
        assertThat(loaded.stagnation()).isEqualTo(2);
        loaded.aged(3.9);
        assertThat(loaded.stagnation()).isZero();
    }

    @Test
    void championsAreTheBestOfTheValidAndTheSmallestOfEquals() {
        Species species = new Species(Genomes.marked(1));
        species.members().add(new Solution<>(Genomes.marked(1), Fitness.invalid()));
        assertThat(species.champion()).isEmpty();
        species.members().add(near(1, 2));
        species.members().add(near(3));
        species.members().add(new Solution<>(Genomes.marked(4), Fitness.ofCosts(2)));
        assertThat(species.champion().orElseThrow().candidate()).isEqualTo(Genomes.marked(3));
        assertThat(species.ranked()).hasSize(3);
    }
}
