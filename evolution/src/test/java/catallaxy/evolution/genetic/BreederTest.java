package catallaxy.evolution.genetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.Fitness;
import catallaxy.evolution.fitness.VectorBox;
import catallaxy.evolution.search.Solution;
import io.jenetics.Alterer;
import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.Optimize;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BreederTest {
    private static final VectorBox BOX = VectorBox.cube(4, -1, 1);

    private static Breeder breeder(VectorBox box, Mating mating, long seed) {
        return new Breeder(box, GeneticSearchTest.settings(mating, 1), RandomStream.of(seed, "breeder"));
    }

    private static List<Solution<double[]>> population(VectorBox box, long seed) {
        RandomStream random = RandomStream.of(seed, "population");
        List<Solution<double[]>> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(new Solution<>(box.random(random), i % 2 == 0 ? Fitness.invalid() : Fitness.ofCosts(i)));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void offspringLieInTheBoxAndAreNew(Mating mating) {
        for (VectorBox box : List.of(BOX, VectorBox.unbounded(4, 0.5), VectorBox.cube(1, 0, 1))) {
            List<Solution<double[]>> parents = population(box, 1);
            List<double[]> offspring = breeder(box, mating, 1).offspring(parents, 21, 3);
            assertThat(offspring).hasSize(21).allSatisfy(each -> {
                double[] inside = each.clone();
                box.clamp(inside);
                assertThat(each).isEqualTo(inside);
                assertThat(each).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
                assertThat(parents)
                        .noneSatisfy(parent -> assertThat(parent.candidate()).isEqualTo(each));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionOfTheSeedOnAnyThread(Mating mating) throws InterruptedException {
        List<double[]> here = breeder(BOX, mating, 7).offspring(population(BOX, 1), 20, 3);
        List<double[]> there = new ArrayList<>();
        Thread thread = new Thread(() -> there.addAll(breeder(BOX, mating, 7).offspring(population(BOX, 1), 20, 3)));
        thread.start();
        thread.join();
        assertThat(there.toArray(new double[0][])).isDeepEqualTo(here.toArray(new double[0][]));
        assertThat(breeder(BOX, mating, 8).offspring(population(BOX, 1), 20, 3).getFirst())
                .isNotEqualTo(here.getFirst());
    }

    private static ISeq<Phenotype<DoubleGene, Judged>> phenotypes(List<Solution<double[]>> all) {
        return all.stream()
                .map(each -> Phenotype.of(
                        Genotype.of(DoubleChromosome.of(DoubleGene.of(each.candidate()[0], -1, 1))),
                        1,
                        new Judged(each.fitness())))
                .collect(ISeq.toISeq());
    }

    @Test
    void theInvalidNeverBreed() {
        ISeq<Phenotype<DoubleGene, Judged>> all = phenotypes(population(BOX, 1));
        assertThat(new ValidTournament(2, RandomStream.of(1, "tournament")).select(all, 1000, Optimize.MINIMUM))
                .allSatisfy(each -> assertThat(each.fitness().fitness().valid()).isTrue());
        assertThat(new TournamentSelector<DoubleGene, Judged>(2).select(all, 1000, Optimize.MINIMUM))
                .as("the library's lets them")
                .anySatisfy(each -> assertThat(each.fitness().fitness().valid()).isFalse());
    }

    @Test
    void nobodyBreedsWhereNobodyIsValid() {
        List<Solution<double[]>> none = List.of(new Solution<>(new double[4], Fitness.invalid()));
        ISeq<Phenotype<DoubleGene, Judged>> invalid = phenotypes(none);
        assertThatThrownBy(() ->
                        new ValidTournament(2, RandomStream.of(1, "tournament")).select(invalid, 3, Optimize.MINIMUM))
                .hasMessage("nobody of 1 is valid");
        assertThat(breeder(BOX, Mating.LINE, 1).offspring(none, 5, 1)).hasSize(5);
    }

    /** Means of a mutated gene that was at 0.8 of −1…1. */
    private static double mean(Alterer<DoubleGene, Judged> mutator) {
        RandomGenerator random = RandomStream.of(1, "mutations")::nextLong;
        Phenotype<DoubleGene, Judged> one =
                Phenotype.of(Genotype.of(DoubleChromosome.of(DoubleGene.of(0.8, -1, 1))), 1);
        return RandomRegistry.with(random).call(() -> {
            double sum = 0;
            for (int i = 0; i < 2000; i++) {
                sum += mutator.alter(ISeq.of(one), 1)
                        .population()
                        .get(0)
                        .genotype()
                        .gene()
                        .doubleValue();
            }
            return sum / 2000;
        });
    }

    @Test
    void mutationsBeginWhereAGeneIs() {
        assertThat(mean(new GaussianStep(1, new double[] {0.05}, RandomStream.of(1, "step"))))
                .isCloseTo(0.8, within(0.01));
        assertThat(mean(new GaussianMutator<>(1)))
                .as("the library's draws around the middle")
                .isLessThan(0.5);
    }
}
