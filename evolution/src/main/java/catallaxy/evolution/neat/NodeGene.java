package catallaxy.evolution.neat;

import catallaxy.environment.base.check.Checks;
import catallaxy.evolution.search.Squash;

/**
 * A node of a network.
 *
 * @param id         its historical marking: nodes of one id arose by the same innovation
 * @param role       what it is for
 * @param activation what it makes of its sum; inputs and the bias have none but the identity
 */
public record NodeGene(int id, Role role, Squash activation) {
    /** What nodes are for. */
    public enum Role {
        /** A number of the observation. */
        INPUT,
        /** Always 1. */
        BIAS,
        /** Neither seen nor asked for. */
        HIDDEN,
        /** A number of the answer. */
        OUTPUT
    }

    /** Checks the id. */
    public NodeGene {
        Checks.inRange("id", id, 0, Integer.MAX_VALUE);
    }

    /** Whether it has a value of its own, so that no connection ends there. */
    public boolean source() {
        return role == Role.INPUT || role == Role.BIAS;
    }
}
