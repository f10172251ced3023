package catallaxy.evolution.neat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.Squash;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenomeMutationTest {
    private static final GenomeMutation INITIAL = InitialSettings.of(GenomeMutation.class);

    private final RandomStream random = RandomStream.of(1, "mutation");
    private final Genome minimal = INITIAL.first(Genome.minimal(false, 2, 1, Squash.SIGMOID), random);
    private final Innovations innovations = new Innovations(minimal);

    @Test
    void aNodeTakesThePlaceOfAConnection() {
        Genome grown = INITIAL.nodeAdded(minimal, innovations, random);
        ConnectionGene old = grown.connections().stream()
                .filter(gene -> !gene.enabled())
                .findFirst()
                .orElseThrow();
        ConnectionGene in = grown.connections().get(3);
        ConnectionGene out = grown.connections().get(4);
        assertThat(grown.nodes().getLast()).isEqualTo(new NodeGene(4, NodeGene.Role.HIDDEN, Squash.SIGMOID));
        assertThat(in).isEqualTo(new ConnectionGene(3, old.from(), 4, 1, true));
        assertThat(out).isEqualTo(new ConnectionGene(4, 4, old.to(), old.weight(), true));
    }

    @Test
    void oneInnovationHasOneMarkingInAGenerationAndAnotherInTheNext() {
        Genome one =
                new Genome(false, minimal.nodes(), List.of(minimal.connections().getFirst()));
        GenomeDistance distance = new GenomeDistance(1, 1, 0.4);
        Genome some = INITIAL.nodeAdded(one, innovations, random);
        assertThat(distance.between(some, INITIAL.nodeAdded(one, innovations, random)))
                .isZero();
        innovations.settle();
        assertThat(distance.between(some, INITIAL.nodeAdded(one, innovations, random)))
                .as("markings that are given out anew are seen")
                .isEqualTo(4);
    }

    @Test
    void connectionsAreAddedUntilAllAreThere() {
        Genome grown = INITIAL.nodeAdded(minimal, innovations, random);
        for (int i = 0; i < 50; i++) {
            grown = INITIAL.connectionAdded(grown, innovations, random);
        }
        assertThat(grown.connections().stream().map(gene -> gene.from() + " " + gene.to()))
                .doesNotHaveDuplicates()
                .hasSize(3 + 3 + 1);
    }

    @Test
    void growsWithoutCirclesAndWithThem() {
        for (long seed = 1; seed <= 30; seed++) {
            for (boolean recurrent : new boolean[] {false, true}) {
                Genome genome = Genomes.grown(recurrent, 60, seed);
                assertThat(genome.connections().stream().map(gene -> gene.from() + " " + gene.to()))
                        .doesNotHaveDuplicates();
                double[] output = new double[2];
                new GenomeController(genome).act(new double[] {1, 2, 3}, output);
                assertThat(output[0] + output[1]).isFinite();
            }
        }
    }

    @Test
    void weightsStayWithinTheirLimitAndMostAreMovedALittle() {
        int replaced = 0;
        int changed = 0;
        Genome heavy = minimal.with(minimal.connections().stream()
                .map(gene -> gene.weighing(INITIAL.limit()))
                .toList());
        for (int i = 0; i < 2000; i++) {
            Genome mutant = INITIAL.mutant(heavy, innovations, random);
            if (mutant.nodes().size() == 4 && mutant.connections().size() == 3 && !mutant.equals(heavy)) {
                for (ConnectionGene gene : mutant.connections()) {
                    assertThat(Math.abs(gene.weight())).isLessThanOrEqualTo(INITIAL.limit());
                    changed++;
                    replaced += gene.weight() < INITIAL.limit() - INITIAL.power() ? 1 : 0;
                }
            }
        }
        assertThat(replaced / (double) changed).isCloseTo(INITIAL.replace(), within(0.03));
    }
}
