package catallaxy.evolution.neat;

import catallaxy.environment.api.setting.Key;
import catallaxy.environment.base.check.Checks;
import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.search.Squash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Mutation of genomes: a node takes the place of a connection, or a connection is added, or weights change.
 *
 * @param addNode       probability that a node takes the place of an enabled connection: the new connection into it weighs 1, that out of
 *                      it what the old one weighed, which is disabled
 * @param addConnection probability that two nodes are connected that are not
 * @param weights       probability that the weights change of a genome whose structure does not
 * @param replace       probability that a weight is replaced, not perturbed, where weights change
 * @param power         how far a weight is perturbed at most, uniformly, and the largest that it is replaced by
 * @param limit         the largest weight, either way
 * @param begin         the largest weight of new connections and of the first genomes, either way
 * @param activation    of new nodes
 */
public record GenomeMutation(
        @Key(
                meaning = "Probability that a node takes the place of a connection in an offspring",
                initial = "0.03",
                range = "0 to 1")
        double addNode,

        @Key(
                meaning = "Probability that two nodes are connected that are not, in an offspring without a new node",
                initial = "0.05",
                range = "0 to 1")
        double addConnection,

        @Key(
                value = "mutate-weights",
                meaning = "Probability that weights change in an offspring whose structure does not",
                initial = "0.8",
                range = "0 to 1")
        double weights,

        @Key(
                value = "replace-weight",
                meaning = "Probability that a weight is replaced, not perturbed, where weights change",
                initial = "0.1",
                range = "0 to 1")
        double replace,

        @Key(
                value = "weight-power",
                meaning =
                        "How far a weight is perturbed at most, and the largest that it is replaced by; uniform either way",
                initial = "2.5",
                range = "above 0")
        double power,

        @Key(value = "weight-limit", meaning = "The largest weight, either way", initial = "8.0", range = "above 0")
        double limit,

        @Key(
                value = "first-weight",
                meaning = "The largest weight of new connections and of the first genomes, uniform either way",
                initial = "1.0",
                range = "0 to the limit")
        double begin,

        @Key(
                meaning = "What hidden nodes make of their sum, and outputs for the nodes that hear them",
                initial = "sigmoid")
        Squash activation) {
    private static final int TRIES = 20;

    /** Checks each. */
    public GenomeMutation {
        Checks.inRange("addNode", addNode, 0, 1);
        Checks.inRange("addConnection", addConnection, 0, 1);
        Checks.inRange("weights", weights, 0, 1);
        Checks.inRange("replace", replace, 0, 1);
        Checks.positive("power", power);
        Checks.positive("limit", limit);
        Checks.inRange("begin", begin, 0, limit);
    }

    /** The genome with weights as new connections have them. */
    Genome first(Genome minimal, RandomStream random) {
        return minimal.with(minimal.connections().stream()
                .map(gene -> gene.weighing(uniform(begin, random)))
                .toList());
    }

    /** A mutant of the genome; itself where no mutation happens. */
    Genome mutant(Genome genome, Innovations innovations, RandomStream random) {
        Genome mutant = genome;
        if (random.nextBoolean(addNode)) {
            mutant = nodeAdded(mutant, innovations, random);
        }
        if (random.nextBoolean(addConnection)) {
            mutant = connectionAdded(mutant, innovations, random);
        }
        return random.nextBoolean(weights) ? reweighed(mutant, random) : mutant;
    }

    /** A node in the place of an enabled connection; the genome itself where none is. */
    Genome nodeAdded(Genome genome, Innovations innovations, RandomStream random) {
        List<ConnectionGene> enabled =
                genome.connections().stream().filter(ConnectionGene::enabled).toList();
        if (enabled.isEmpty()) {
            return genome;
        }
        ConnectionGene old = enabled.get(random.nextInt(enabled.size()));
        int node = innovations.split(old.innovation());
        List<NodeGene> nodes = new ArrayList<>(genome.nodes());
        nodes.add(new NodeGene(node, NodeGene.Role.HIDDEN, activation));
        List<ConnectionGene> genes = new ArrayList<>(genome.connections());
        genes.set(genes.indexOf(old), old.enabled(false));
        genes.add(new ConnectionGene(innovations.connection(old.from(), node), old.from(), node, 1, true));
        genes.add(new ConnectionGene(innovations.connection(node, old.to()), node, old.to(), old.weight(), true));
        return new Genome(genome.recurrent(), nodes, genes);
    }

    /** Two nodes connected that were not; the genome itself where none was found in some tries. */
    Genome connectionAdded(Genome genome, Innovations innovations, RandomStream random) {
        List<NodeGene> nodes = genome.nodes();
        for (int i = 0; i < TRIES; i++) {
            NodeGene from = nodes.get(random.nextInt(nodes.size()));
            NodeGene to = nodes.get(random.nextInt(nodes.size()));
            boolean circle = !genome.recurrent() && genome.leads(to.id(), from.id());
            if (!to.source() && !circle && !genome.connects(from.id(), to.id())) {
                List<ConnectionGene> genes = new ArrayList<>(genome.connections());
                int innovation = innovations.connection(from.id(), to.id());
                genes.add(new ConnectionGene(innovation, from.id(), to.id(), uniform(begin, random), true));
                genes.sort(Comparator.comparingInt(ConnectionGene::innovation));
                return genome.with(genes);
            }
        }
        return genome;
    }

    private Genome reweighed(Genome genome, RandomStream random) {
        return genome.with(genome.connections().stream()
                .map(gene -> {
                    double change = uniform(power, random);
                    double weight = random.nextBoolean(replace) ? change : gene.weight() + change;
                    return gene.weighing(Math.clamp(weight, -limit, limit));
                })
                .toList());
    }

    private static double uniform(double range, RandomStream random) {
        return range * (2 * random.nextDouble() - 1);
    }
}
