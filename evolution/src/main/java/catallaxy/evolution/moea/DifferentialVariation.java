package catallaxy.evolution.moea;

import catallaxy.environment.base.random.RandomStream;
import catallaxy.evolution.fitness.VectorBox;

/**
 * Differential evolution's variation as in Li and Zhang 2009: each variable of {@code x} is changed with probability {@code CR}, and what then lies
 * outside the box is drawn anew inside it.
 *
 * <pre>
 *   y_k = x_k + F (a_k − b_k)
 * </pre>
 */
record DifferentialVariation(VectorBox box, double weight, double rate) {
    /** The varied vector, new. */
    double[] varied(double[] x, double[] a, double[] b, RandomStream random) {
        double[] y = x.clone();
        double[] low = box.low();
        double[] high = box.high();
        for (int k = 0; k < y.length; k++) {
            if (random.nextDouble() < rate) {
                y[k] += weight * (a[k] - b[k]);
                if (y[k] < low[k] || y[k] > high[k]) {
                    y[k] = low[k] + (high[k] - low[k]) * random.nextDouble();
                }
            }
        }
        return y;
    }
}
