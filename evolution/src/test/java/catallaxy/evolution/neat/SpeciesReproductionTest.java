package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.Solution;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeciesReproductionTest {
    /** Offspring are their first parents. */
    private static final NeatSettings CLONES = InitialSettings.of(
            NeatSettings.class, Map.of("addNode", 0.0, "addConnection", 0.0, "weights", 0.0, "crossover", 0.0));

    /** A species of genomes with one connection, whose marking says which costs it has; NaN is invalid. */
    private static Species species(int marking, double... costs) {
        Species species = new Species(Genomes.marked(marking));
        for (double cost : costs) {
            Fitness fitness = Double.isNaN(cost) ? Fitness.invalid() : Fitness.ofCosts(cost);
            species.members().add(new Solution<>(Genomes.marked(marking), fitness));
        }
        return species;
    }

    @Test
    void offspringAreSharedByMeanFitness() {
        Species few = species(1, 2, 4);
        Species many = species(2, 8, 10, 8, 10, 8, 10);
        assertThat(SpeciesReproduction.quotas(List.of(few, many), 80))
                .as("means of 7 and 1 above the worst, 10")
                .containsExactly(70, 10);
        assertThat(SpeciesReproduction.quotas(List.of(few, species(2, 10, 10)), 7))
                .containsExactly(7, 0);
        assertThat(SpeciesReproduction.quotas(List.of(few, species(2, Double.NaN, 2, 10, Double.NaN)), 90))
                .as("the invalid earn nothing, and share")
                .containsExactly(70, 20);
    }

    @Test
    void allAreGivenOut() {
        for (int count = 1; count < 50; count++) {
            int[] quotas = SpeciesReproduction.quotas(List.of(species(1, 1), species(2, 2, 3), species(3, 7)), count);
            assertThat(quotas[0] + quotas[1] + quotas[2]).isEqualTo(count);
        }
        assertThat(SpeciesReproduction.quotas(List.of(species(1, 3), species(2, 3)), 5))
                .containsExactly(3, 2);
    }

    @Test
    void theInvalidAndTheWorseHaveNone() {
        Species mixed = species(1, Double.NaN);
        for (int i = 2; i <= 11; i++) {
            mixed.members().add(new Solution<>(Genomes.marked(i), Fitness.ofCosts(i)));
        }
        SpeciesReproduction reproduction =
                new SpeciesReproduction(CLONES, new Innovations(Genomes.marked(1)), RandomStream.of(1, "reproduction"));
        List<Genome> offspring = reproduction.offspring(List.of(mixed), 100);
        assertThat(offspring)
                .as("the best fifth of ten")
                .containsOnly(Genomes.marked(2), Genomes.marked(3))
                .hasSize(100);
    }

    @Test
    void twoParentsGiveTheFittersStructure() {
        NeatSettings crossed = InitialSettings.of(
                NeatSettings.class, Map.of("crossover", 1.0, "crossoverOnly", 1.0, "interspecies", 1.0));
        SpeciesReproduction reproduction = new SpeciesReproduction(
                crossed, new Innovations(Genomes.marked(1)), RandomStream.of(1, "reproduction"));
        List<Genome> offspring = reproduction.offspring(List.of(species(1, 1), species(2, 2)), 50);
        assertThat(offspring).filteredOn(Genomes.marked(1)::equals).hasSizeGreaterThan(49);
    }
}
