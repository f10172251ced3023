package catallaxy.agents.algorithm;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.environment.base.state.StateReader;
import catallaxy.environment.base.state.StateWriter;

/**
 * How often each transition of a replay buffer is drawn: {@code P(i) = p_i^α / Σ p_k^α}, {@code p_i = |δ_i| + ε}, and
 * importance weights {@code w_i = (n P(i))^{−β} / max w}. Proportional prioritisation of Schaul et al. 2016,
 * https://arxiv.org/abs/1511.05952. The maximum is that of the batch. Mutable, one owner.
 */
final class Priorities {
    private static final double EPSILON = 1e-6;

    private final SumTree tree;
    private final double exponent;
    private double largest = 1;

    /** @param exponent α; 0 draws uniformly */
    Priorities(int capacity, double exponent) {
        tree = new SumTree(capacity);
        this.exponent = exponent;
    }

    /** A new transition: as probable as the most surprising one so far. */
    void add(int row) {
        tree.set(row, largest);
    }

    /** Learned from with this error. */
    void update(int row, double error) {
        double priority = StrictMath.pow(Math.abs(error) + EPSILON, exponent);
        largest = Math.max(largest, priority);
        tree.set(row, priority);
    }

    /** Draws one row from each of as many equal shares of the total as there are rows; one word each. */
    void sample(RandomStream random, int[] rows) {
        double share = tree.total() / rows.length;
        for (int b = 0; b < rows.length; b++) {
            rows[b] = tree.find((b + random.nextDouble()) * share);
        }
    }

    /**
     * Writes the importance weights of rows.
     *
     * @param size number of transitions, n
     * @param beta β in [0, 1]
     */
    void weigh(int[] rows, int size, double beta, float[] weights) {
        double most = 0;
        for (int row : rows) {
            most = Math.max(most, weight(row, size, beta));
        }
        for (int b = 0; b < rows.length; b++) {
            weights[b] = (float) (weight(rows[b], size, beta) / most);
        }
    }

    private double weight(int row, int size, double beta) {
        return StrictMath.pow(size * tree.weight(row) / tree.total(), -beta);
    }

    /** Writes the priorities of the first {@code size} rows. */
    void save(StateWriter out, int size) {
        out.float64(largest);
        tree.save(out, size);
    }

    void load(StateReader in) {
        largest = in.float64();
        tree.load(in);
    }
}
