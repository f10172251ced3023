package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GenomeDistanceTest {
    private static final GenomeDistance PAPER = new GenomeDistance(1, 1, 0.4);

    /** Markings looked up in maps. */
    private static double naive(GenomeDistance c, Genome some, Genome other) {
        NavigableMap<Integer, Double> a = weights(some);
        NavigableMap<Integer, Double> b = weights(other);
        int most = Math.min(a.lastKey(), b.lastKey());
        double sum = 0;
        int matching = 0;
        double apart = 0;
        for (Map.Entry<Integer, Double> gene : a.entrySet()) {
            if (b.containsKey(gene.getKey())) {
                sum += Math.abs(gene.getValue() - b.get(gene.getKey()));
                matching++;
            } else {
                apart += gene.getKey() > most ? c.excess() : c.disjoint();
            }
        }
        for (int marking : b.keySet()) {
            apart += a.containsKey(marking) ? 0 : marking > most ? c.excess() : c.disjoint();
        }
        int larger = Math.max(a.size(), b.size());
        return apart / (larger < 20 ? 1 : larger) + (matching == 0 ? 0 : c.weight() * sum / matching);
    }

    private static NavigableMap<Integer, Double> weights(Genome genome) {
        NavigableMap<Integer, Double> weights = new TreeMap<>();
        genome.connections().forEach(gene -> weights.put(gene.innovation(), gene.weight()));
        return weights;
    }

    @Test
    void countsExcessDisjointAndWeights() {
        Genome some = Genomes.marked(1, 2, 3, 4, 5, 8);
        Genome other = Genomes.marked(1, 2, 3, 4, 5, 6, 7, 9, 10);
        assertThat(PAPER.between(some, other)).isEqualTo(5);
        assertThat(new GenomeDistance(1, 0, 0).between(some, other))
                .as("9 and 10")
                .isEqualTo(2);
        assertThat(new GenomeDistance(0, 1, 0).between(some, other))
                .as("6, 7 and 8")
                .isEqualTo(3);
        assertThat(PAPER.between(Genomes.marked(1, 3), Genomes.marked(2, 3)))
                .as("two disjoint, none in weight")
                .isEqualTo(2);
        assertThat(PAPER.between(Genomes.marked(3), Genomes.marked(1, 3)))
                .as("one disjoint, one matching that differs by 1")
                .isEqualTo(1 + 0.4);
    }

    /** Without a third of its genes, but with the first. */
    private static Genome thinned(Genome genome, long seed) {
        RandomStream random = RandomStream.of(seed, "thinned");
        return genome.with(genome.connections().stream()
                .filter(gene -> gene.innovation() == 0 || random.nextBoolean(0.67))
                .toList());
    }

    @Test
    void isThatOfTheNaiveOneBothWays() {
        int seen = 0;
        for (long seed = 1; seed <= 200; seed++) {
            Genome some = thinned(Genomes.grown(true, (int) (seed % 30), seed), seed);
            Genome other = thinned(Genomes.grown(true, (int) (seed % 17), seed + 1000), seed + 1000);
            double expected = naive(PAPER, some, other);
            assertThat(PAPER.between(some, other)).isCloseTo(expected, within(1e-12));
            assertThat(PAPER.between(other, some)).isCloseTo(expected, within(1e-12));
            assertThat(PAPER.between(some, some)).isZero();
            boolean blind = Math.abs(new GenomeDistance(1, 0, 0.4).between(some, other) - expected) > 1e-12;
            seen += blind ? 1 : 0;
        }
        assertThat(seen).as("a distance without disjoint genes is seen").isGreaterThan(100);
    }
}
