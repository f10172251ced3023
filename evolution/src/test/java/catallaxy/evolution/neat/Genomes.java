package catallaxy.evolution.neat;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.search.InitialSettings;
import catallaxy.evolution.search.Squash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Genomes of tests. */
final class Genomes {
    /** Grows often. */
    static final GenomeMutation GROWING =
            InitialSettings.of(GenomeMutation.class, Map.of("addNode", 0.3, "addConnection", 0.5));

    private Genomes() {}

    /** Three inputs and two outputs, and so many mutations after. */
    static Genome grown(boolean recurrent, int mutations, long seed) {
        RandomStream random = RandomStream.of(seed, "genome");
        Genome minimal = Genome.minimal(recurrent, 3, 2, Squash.SIGMOID);
        Innovations innovations = new Innovations(minimal);
        Genome genome = GROWING.first(minimal, random);
        for (int i = 0; i < mutations; i++) {
            genome = GROWING.mutant(genome, innovations, random);
            innovations.settle();
        }
        return genome;
    }

    /** One input, one output, and connections of these markings from the input to the output, that weigh as much as their place. */
    static Genome marked(int... innovations) {
        Genome minimal = Genome.minimal(true, 1, 1, Squash.SIGMOID);
        List<ConnectionGene> genes = new ArrayList<>();
        for (int i = 0; i < innovations.length; i++) {
            genes.add(new ConnectionGene(innovations[i], 0, 2, i + 1, true));
        }
        return minimal.with(genes);
    }
}
