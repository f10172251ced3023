package catallaxy.evolution.neat;

import catallaxy.environment.base.check.Checks;

/**
 * A weighted connection between two nodes.
 *
 * @param innovation historical marking: genes of one marking arose by the same innovation, and are compared and crossed with each other
 * @param from       id of the node that it begins at
 * @param to         id of the node that it ends at
 * @param weight     finite
 * @param enabled    whether the network has it
 */
public record ConnectionGene(int innovation, int from, int to, double weight, boolean enabled) {
    /** Checks the weight. */
    public ConnectionGene {
        Checks.that(Double.isFinite(weight), "weight", "a finite number", weight);
    }

    /** The same gene with another weight. */
    ConnectionGene weighing(double other) {
        return new ConnectionGene(innovation, from, to, other, enabled);
    }

    /** The same gene, enabled or not. */
    ConnectionGene enabled(boolean now) {
        return new ConnectionGene(innovation, from, to, weight, now);
    }
}
