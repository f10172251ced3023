package catallaxy.agents.algorithm;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import catallaxy.agents.learning.ActionSpace;
import catallaxy.environment.base.random.RandomStream;

/**
 * Independent choices by softmax of the network's outputs; a forbidden choice has probability zero: Huang and Ontañón 2022,
 * https://arxiv.org/abs/2006.14171.
 *
 * <p>Of {@code p = softmax(z)} the derivatives are {@code ∂ log p_a/∂z_j = 1[j = a] − p_j} and, with
 * {@code H = −Σ p_i log p_i}, {@code ∂H/∂z_j = −p_j (log p_j + H)}.
 */
final class CategoricalDistribution implements ActionDistribution {
    private final int[] sizes;
    private final int logits;
    /** Of the row weighed last: {@code [M]}; what is forbidden has probability 0 and an unused logarithm. */
    private final double[] probabilities;

    private final double[] logarithms;
    /** Of the row scored last: each component's entropy and choice. */
    private final double[] entropies;

    private final int[] chosen;
    private int scored;

    CategoricalDistribution(ActionSpace.Discrete space) {
        sizes = space.sizes();
        logits = space.logits();
        probabilities = new double[logits];
        logarithms = new double[logits];
        entropies = new double[sizes.length];
        chosen = new int[sizes.length];
    }

    @Override
    public NDArray outputs(NDList views, NDArray sums) {
        return sums;
    }

    @Override
    public int sums() {
        return logits;
    }

    @Override
    public int outputs() {
        return logits;
    }

    @Override
    public void refresh(double remaining) {}

    @Override
    public float sample(
            float[] outputs, boolean[] masks, int row, float[] actions, int actionRow, RandomStream random) {
        double logProbability = 0;
        int start = 0;
        for (int i = 0; i < sizes.length; i++) {
            weigh(outputs, row * logits, masks, row * logits, start, sizes[i]);
            int choice = drawn(start, sizes[i], random.nextDouble());
            actions[actionRow * sizes.length + i] = choice;
            logProbability += logarithms[start + choice];
            start += sizes[i];
        }
        return (float) logProbability;
    }

    /** Probabilities and their logarithms of one component, its choices beginning at {@code start}; the first is certain if none is allowed. */
    private void weigh(float[] outputs, int outputRow, boolean[] masks, int maskRow, int start, int size) {
        double largest = outputs[outputRow + start + best(outputs, outputRow + start, masks, maskRow + start, size)];
        double sum = 0;
        for (int j = start; j < start + size; j++) {
            logarithms[j] = outputs[outputRow + j] - largest;
            probabilities[j] = masks[maskRow + j] ? StrictMath.exp(logarithms[j]) : 0;
            sum += probabilities[j];
        }
        if (sum == 0) {
            probabilities[start] = sum = 1;
            logarithms[start] = 0;
        }
        double logSum = StrictMath.log(sum);
        for (int j = start; j < start + size; j++) {
            logarithms[j] -= logSum;
            probabilities[j] /= sum;
        }
    }

    private int drawn(int start, int size, double target) {
        double sum = 0;
        int last = 0;
        for (int j = 0; j < size; j++) {
            double probability = probabilities[start + j];
            if (probability > 0) {
                sum += probability;
                last = j;
                if (target < sum) {
                    break;
                }
            }
        }
        return last;
    }

    /** The largest allowed; the first if nothing is allowed. */
    private static int best(float[] outputs, int start, boolean[] masks, int maskStart, int size) {
        int best = -1;
        for (int j = 0; j < size; j++) {
            if (masks[maskStart + j] && (best < 0 || outputs[start + j] > outputs[start + best])) {
                best = j;
            }
        }
        return Math.max(best, 0);
    }

    @Override
    public void mode(float[] outputs, boolean[] masks, int row, float[] actions) {
        int start = row * logits;
        for (int i = 0; i < sizes.length; i++) {
            actions[row * sizes.length + i] = best(outputs, start, masks, start, sizes[i]);
            start += sizes[i];
        }
    }

    @Override
    public void toEnvironment(float[] actions, int row, float[] out, int outRow) {
        System.arraycopy(actions, row * sizes.length, out, outRow * sizes.length, sizes.length);
    }

    @Override
    public double score(float[] outputs, int row, boolean[] masks, float[] actions, int actionRow) {
        scored = row;
        double logProbability = 0;
        int start = 0;
        for (int i = 0; i < sizes.length; i++) {
            weigh(outputs, row * logits, masks, actionRow * logits, start, sizes[i]);
            chosen[i] = start + (int) actions[actionRow * sizes.length + i];
            logProbability += logarithms[chosen[i]];
            entropies[i] = 0;
            for (int j = start; j < start + sizes[i]; j++) {
                entropies[i] -= probabilities[j] > 0 ? probabilities[j] * logarithms[j] : 0;
            }
            start += sizes[i];
        }
        return logProbability;
    }

    @Override
    public double entropy() {
        double sum = 0;
        for (double entropy : entropies) {
            sum += entropy;
        }
        return sum;
    }

    @Override
    public void differentiate(double byLogProbability, double byEntropy, float[] derivatives) {
        int start = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (int j = start; j < start + sizes[i]; j++) {
                double p = probabilities[j];
                double ofLogProbability = (j == chosen[i] ? 1 : 0) - p;
                double ofEntropy = p > 0 ? -p * (logarithms[j] + entropies[i]) : 0;
                derivatives[scored * logits + j] =
                        (float) (byLogProbability * ofLogProbability + byEntropy * ofEntropy);
            }
            start += sizes[i];
        }
    }
}
