package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenomeCrossoverTest {
    private final RandomStream random = RandomStream.of(1, "crossover");

    private static List<Integer> markings(Genome genome) {
        return genome.connections().stream().map(ConnectionGene::innovation).toList();
    }

    @Test
    void matchingWeightsComeFromEitherAndTheRestFromTheFitter() {
        Genome fitter = Genomes.marked(1, 2, 3, 5);
        Genome other = Genomes.marked(2, 3, 4, 6);
        int fromOther = 0;
        for (int i = 0; i < 1000; i++) {
            Genome child = new GenomeCrossover(0, 0.75).offspring(fitter, other, random);
            assertThat(markings(child)).isEqualTo(markings(fitter));
            List<Double> weights =
                    child.connections().stream().map(ConnectionGene::weight).toList();
            assertThat(weights.get(0)).isEqualTo(1);
            assertThat(weights.get(1)).isIn(2.0, 1.0);
            assertThat(weights.get(2)).isIn(3.0, 2.0);
            assertThat(weights.get(3)).isEqualTo(4);
            fromOther += weights.get(1) == 1 ? 1 : 0;
        }
        assertThat(fromOther).isBetween(430, 570);
    }

    @Test
    void averagesWhereItIsTold() {
        Genome child = new GenomeCrossover(1, 0.75).offspring(Genomes.marked(2, 3), Genomes.marked(1, 2), random);
        assertThat(child.connections().getFirst().weight()).isEqualTo(1.5);
        assertThat(child.connections().getLast().weight()).isEqualTo(2);
    }

    @Test
    void whatIsDisabledInAParentIsSoInThreeOfFour() {
        Genome enabled = Genomes.marked(1);
        Genome disabled = enabled.with(List.of(enabled.connections().getFirst().enabled(false)));
        for (Genome other : List.of(enabled, disabled, Genomes.marked(2))) {
            int count = 0;
            for (int i = 0; i < 4000; i++) {
                Genome child = new GenomeCrossover(0, 0.75).offspring(disabled, other, random);
                count += 1 - child.enabled();
            }
            assertThat(count / 4000.0).isCloseTo(0.75, within(0.03));
        }
        assertThat(new GenomeCrossover(0, 1).offspring(enabled, enabled, random))
                .isEqualTo(enabled);
    }

    @Test
    void offspringOfTwoWithoutCirclesHaveNone() {
        for (long seed = 1; seed <= 50; seed++) {
            Genome some = Genomes.grown(false, 30, seed);
            Genome child = new GenomeCrossover(0.4, 0.1).offspring(some, Genomes.grown(false, 30, seed + 99), random);
            new GenomeController(child).act(new double[3], new double[2]);
            assertThat(child.nodes()).isEqualTo(some.nodes());
        }
    }
}
