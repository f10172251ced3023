package catallaxy.agents.algorithm;

import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;
import java.util.Arrays;

/**
 * Non-negative weights whose sums over ranges are kept in a binary tree, so that one is changed or drawn in O(log n):
 * appendix B.2.1 of Schaul et al. 2016, https://arxiv.org/abs/1511.05952. Every inner node is computed from its two
 * children, never adjusted by differences, so the tree is a function of the weights. Mutable, one owner.
 */
final class SumTree {
    private final int leaves;
    /** Node {@code i} has the children {@code 2i} and {@code 2i + 1}; the weights begin at {@code leaves}. */
    private final double[] nodes;

    /** @param size number of weights, all zero at first */
    SumTree(int size) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << (size > 1 ? 1 : 0));
        nodes = new double[2 * leaves];
    }

    double total() {
        return nodes[1];
    }

    double weight(int index) {
        return nodes[leaves + index];
    }

    /**
     * Changes one weight.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    void set(int index, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight: found " + weight + ", expected a finite non-negative number");
        }
        int node = leaves + index;
        nodes[node] = weight;
        for (node >>= 1; node > 0; node >>= 1) {
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
    }

    /**
     * The index into whose share of the total {@code point} falls, weights laid end to end. Never one of weight zero while
     * the total is positive.
     *
     * @param point in [0, total)
     */
    int find(double point) {
        int node = 1;
        double rest = point;
        while (node < leaves) {
            node *= 2;
            if (rest >= nodes[node] && nodes[node + 1] > 0) {
                rest -= nodes[node];
                node++;
            }
        }
        return node - leaves;
    }

    /** Writes the first {@code count} weights. */
    void save(StateWriter out, int count) {
        out.doubles(Arrays.copyOfRange(nodes, leaves, leaves + count));
    }

    void load(StateReader in) {
        double[] weights = in.doubles();
        Arrays.fill(nodes, 0);
        System.arraycopy(weights, 0, nodes, leaves, weights.length);
        for (int node = leaves - 1; node > 0; node--) {
            nodes[node] = nodes[2 * node] + nodes[2 * node + 1];
        }
    }
}
